import type { ComponentError } from '../definitions/index.ts'
import { type Cost, type Warning, type RequestRecord, serializeError } from '../engine/index.ts'
import { exitCode } from './exit.ts'

/** Machine output goes to stdout, everything for people besides it to stderr. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`)
export const note = (text: string): void => void process.stderr.write(`${text}\n`)

export const printJson = (value: unknown): void => print(JSON.stringify(value))

export const printValue = (value: unknown): void => print(JSON.stringify(value, null, 2))

export const noteCost = ({ requests, tokenCost, ms }: Cost): void =>
  note(`${requests.length} requests, ${tokenCost} tokens, ${ms} ms`)

export const noteWarnings = (warnings: readonly Warning[]): void => {
  for (const { path, expected, got } of warnings)
    note(`warning: ${path}: expected ${expected}, got ${got}`)
}

/** Says what went wrong and what to do, and sets the exit code. */
export const fail = (error: ComponentError, json: boolean, cost?: Cost): void => {
  process.exitCode = exitCode(error)
  if (json) return printJson({ error: serializeError(error), ...cost })
  note(`${error.name}: ${error.message}`)
  if (error.hint) note(error.hint)
}

/** One line on a terminal that counts requests while a long list loads. */
export const progress = (label: string) => {
  let requests = 0
  const shown = process.stderr.isTTY
  return {
    onRequest: (_: RequestRecord) => {
      requests++
      if (shown) process.stderr.write(`\r${label}: ${requests} requests … Ctrl-C stops`)
    },
    done: () => {
      if (shown && requests > 0) process.stderr.write('\r\u001b[K')
    },
  }
}
