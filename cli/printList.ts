import type { Action, ComponentError, ListLocation } from '../definitions/index.ts'
import {
  asComponentError,
  failedLookups,
  outputWarnings,
  serializeError,
  streamRows,
  type RequestRecord,
  type ResolvedName,
  type StepOptions,
  type Warning,
} from '../engine/index.ts'
import { exitCode } from './exit.ts'
import { fail, jsonText, info } from './output.ts'
import { openRowOutput } from './rowOutput.ts'

/** Lists up to this length need no more requests than when they are completed as a whole. */
const rowsAtOnce = 2_000
const maxWarnings = 1_000

/**
 * Prints the result of a list as one JSON object while its rows arrive, as a long list takes much
 * memory. An error after the first row is a member of that object.
 */
export const printList = async (
  action: Action,
  { rows: rowsPath, truncated: truncatedPath }: ListLocation,
  input: unknown,
  step: StepOptions,
  done: () => void,
): Promise<void> => {
  const begun = performance.now()
  const output = openRowOutput()
  const requests: RequestRecord[] = []
  const onRequest = (record: RequestRecord) => {
    requests.push(record)
    step.onRequest?.(record)
  }
  const cost = () => ({
    requests,
    tokenCost: requests.reduce((sum, { tokenCost }) => sum + tokenCost, 0),
    ms: Math.round(performance.now() - begun),
  })
  const validators = await step.client.validators(action.name)
  const warnings: Warning[] = []
  let resolved: readonly ResolvedName[] = []
  const onResolved = (given: typeof resolved) => void (resolved = given)
  const judge = (row: unknown, index: number) => {
    if (warnings.length >= maxWarnings) return
    const found = outputWarnings(validators, nested(rowsPath, [row]))
    const place = (path: string) => path.replace(`${rowsPath}[0]`, `${rowsPath}[${index}]`)
    warnings.push(...found.map(warning => ({ ...warning, path: place(warning.path) })))
  }
  const end = async (truncated: boolean, error?: ComponentError) => {
    done()
    if (warnings.length >= maxWarnings) info(`only the first ${maxWarnings} warnings are listed`)
    const rest = {
      ...(error && { error: serializeError(error) }),
      ...(resolved.length > 0 && { resolved }),
      warnings: [...warnings, ...failedLookups(step.client.component, requests)],
      ...cost(),
    }
    const closing = closingOf(rowsPath, truncated ? truncatedPath : undefined)
    await output.write(`]${closing},${jsonText(rest).slice(1)}\n`)
    return output.flush()
  }
  let count = 0
  try {
    const rows = streamRows(action, input, { ...step, onResolved, onRequest, rowsAtOnce })
    for (;;) {
      const next = await rows.next()
      if (next.done) {
        if (count === 0) await output.write(openingOf(rowsPath))
        return await end(next.value.truncated)
      }
      judge(next.value, count)
      await output.write(`${count === 0 ? openingOf(rowsPath) : ','}${jsonText(next.value)}`)
      count++
    }
  } catch (thrown) {
    const error = asComponentError(thrown, requests)
    if (count > 0) {
      process.exitCode = exitCode(error)
      return end(false, error)
    }
    done()
    fail(error, true, cost())
  }
}

/** An object that has the value at a path such as `body.data`. */
const nested = (path: string, value: unknown): unknown =>
  path.split('.').reduceRight((inner, key) => ({ [key]: inner }), value)

/** The JSON before the rows, and behind them: whatever stands around the place that they have. */
const openingOf = (path: string) => `{"output":${around(path)[0]}[`
const around = (path: string) => {
  const [before = '', after = ''] = JSON.stringify(nested(path, '')).split('""')
  return [before, after] as const
}
/** The mark of a list that was cut shares the outermost member with the rows. */
const closingOf = (rowsPath: string, truncatedPath: string | undefined): string => {
  const [, after] = around(rowsPath)
  if (truncatedPath === undefined) return after
  const [, ...inner] = truncatedPath.split('.')
  const mark = JSON.stringify(nested(inner.join('.'), true)).slice(1, -1)
  return `${after.slice(0, -2)},${mark}}}`
}
