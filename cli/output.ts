import type { ComponentError } from '../definitions/index.ts'
import {
  serializeError,
  type Cost,
  type RequestRecord,
  type ResolvedName,
  type Warning,
} from '../engine/index.ts'
import { exitCode } from './exit.ts'
import { printable, printableLines } from './printable.ts'

/**
 * Machine output goes to stdout, everything for people besides it to stderr. What is written is one
 * line.
 */
export const print = (line: string): void => void process.stdout.write(`${printable(line)}\n`)
export const info = (line: string): void => void process.stderr.write(`${printable(line)}\n`)

export const printJson = (value: unknown): void => void process.stdout.write(`${jsonText(value)}\n`)

export const printValue = (value: unknown): void =>
  void process.stdout.write(`${jsonText(value, 2)}\n`)

/** JSON of the same values, in which no terminal finds anything to obey. */
export const jsonText = (value: unknown, indent?: number): string =>
  printableLines(JSON.stringify(value, null, indent))

export const noteCost = ({ requests, tokenCost, ms }: Cost): void =>
  info(costText({ requests, tokenCost, ms }))

export const costText = ({ requests, tokenCost, ms }: Cost): string =>
  `${counted(requests.length, 'request')}, ${counted(tokenCost, 'token')}, ${ms} ms`

/** A number and its noun. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

/** A cell of a table, with a gap before the next one however long it is. */
export const cell = (text: string, width: number): string => `${text.padEnd(width)}  `

export const noteWarnings = (warnings: readonly Warning[]): void => {
  for (const { path, expected, got } of warnings)
    info(`warning: ${path}: expected ${expected}, got ${got}`)
}

/** Says what names in an input have been taken for. */
export const noteResolved = (resolved: readonly ResolvedName[] = []): void => {
  for (const { path, text, id, label, link } of resolved)
    info(`${path}: ${JSON.stringify(text)} is ${String(id)}, ${label}${link ? `, ${link}` : ''}`)
}

/** Says what went wrong and what to do, and sets the exit code. */
export const fail = (error: ComponentError, json: boolean, cost?: Cost): void => {
  process.exitCode = exitCode(error)
  if (json) return printJson({ error: serializeError(error), ...cost })
  const { name, message, hint } = error
  noteError({ message: `${name}: ${message}`, ...(hint !== undefined && { hint }) })
}

/** What has happened, and what to do. */
export const noteError = (
  { message, hint }: Pick<ComponentError, 'message' | 'hint'>,
  indent = '',
): void => {
  info(indent + message)
  if (hint) info(indent + hint)
}

/** One line on a terminal that counts requests while a long list loads. */
export const progress = (label: string) => {
  let requests = 0
  const shown = process.stderr.isTTY
  return {
    onRequest: (_: RequestRecord) => {
      requests++
      if (shown)
        process.stderr.write(
          `\r${printable(label)}: ${counted(requests, 'request')} … Ctrl-C stops`,
        )
    },
    done: () => {
      if (shown && requests > 0) process.stderr.write('\r\u001b[K')
    },
  }
}
