import { InputError, type Action } from '../../definitions/index.ts'
import {
  asComponentError,
  findAction,
  runStep,
  streamRows,
  type StepOptions,
} from '../../engine/index.ts'
import { component } from '../component.ts'
import { withConnection, type ConnectionTarget } from '../connect.ts'
import { readInput } from '../input.ts'
import {
  fail,
  jsonText,
  info,
  noteCost,
  noteResolved,
  noteWarnings,
  printJson,
  printValue,
  progress,
} from '../output.ts'
import { printList } from '../printList.ts'
import { openRowOutput } from '../rowOutput.ts'

interface RunOptions extends ConnectionTarget {
  readonly input?: string
  readonly limit?: number
  readonly ndjson?: boolean
  readonly timeout?: number
  readonly onUnknown: 'fail' | 'find-existing'
  readonly dryRun?: boolean
  readonly json?: boolean
}

export const run = async (name: string, options: RunOptions): Promise<void> => {
  const action = findAction(component, name)
  if ((options.limit !== undefined || options.ndjson) && !action.list)
    throw new InputError('', `${name} does not return a list`, 'Leave out --limit and --ndjson.')
  if (options.onUnknown === 'find-existing' && !action.findExisting)
    throw new InputError(
      '',
      `${name} can’t look for what it has written`,
      'Leave out --on-unknown.',
    )
  const input = limited(await readInput(options.input), options.limit)
  await withConnection(options, async ({ client }, signal) => {
    const { onRequest, done } = progress(name)
    const step = {
      client,
      signal,
      onRequest,
      onUnknownOutcome: options.onUnknown,
      // A reference is a mistake here, as there are no nodes.
      outputs: {},
      resolveNames: true,
      onResolved: noteResolved,
      ...(options.dryRun && { dryRun: true }),
      ...(options.timeout !== undefined && { timeout: options.timeout * 1000 }),
    }
    if (options.ndjson) await stream(action, input, step, done)
    else if (options.json && action.list) await printList(action, action.list, input, step, done)
    else await once(action, input, step, done, options)
  })
}

const limited = (input: unknown, limit: number | undefined): unknown =>
  limit === undefined || typeof input !== 'object' || input === null ? input : { ...input, limit }

const once = async (
  action: Action,
  input: unknown,
  step: StepOptions,
  done: () => void,
  { json = false }: RunOptions,
): Promise<void> => {
  const result = await runStep(action, input, step)
  done()
  if ('error' in result) {
    const { error, ...cost } = result
    return fail(error, json, cost)
  }
  if (json) return printJson(result)
  noteResolved(result.resolved)
  printValue(result.preview ?? result.output)
  if (step.dryRun)
    info(
      result.preview
        ? 'This is what would be written; nothing was.'
        : 'A dry run: nothing was written, and nothing would be.',
    )
  noteWarnings(result.warnings)
  noteCost(result)
}

/** One row a line, as they come. */
const stream = async (
  action: Action,
  input: unknown,
  step: StepOptions,
  done: () => void,
): Promise<void> => {
  const rows = streamRows(action, input, step)
  const output = openRowOutput()
  let count = 0
  try {
    for (;;) {
      const next = await rows.next()
      if (next.done) {
        await output.flush()
        done()
        info(`${count} rows${next.value.truncated ? ' (the list goes on)' : ''}`)
        return noteCost(next.value)
      }
      count++
      await output.write(`${jsonText(next.value)}\n`)
    }
  } catch (error) {
    await output.flush()
    done()
    fail(asComponentError(error), false)
  }
}
