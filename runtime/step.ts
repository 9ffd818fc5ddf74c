import { setMaxListeners } from 'node:events'
import {
  actionManifest,
  ComponentError,
  drive,
  resolve,
  type Action,
  type Exchange,
  type Outputs,
} from '../definitions/index.ts'
import { isAbort, isTimeout } from './abort.ts'
import type { Client, RequestRecord } from './client.ts'
import { convertObject } from './convert.ts'
import { deadline } from './deadline.ts'
import { journaled, type JournalStep } from './journal.ts'
import { lostCall, perform, type LostCall } from './lostWrite.ts'
import { InvalidInput } from './problems.ts'
import { inputProblems, outputWarnings, type Warning } from './validate.ts'

export interface StepOptions {
  readonly client: Client
  /** Outputs of earlier nodes, for references. */
  readonly outputs?: Outputs
  readonly signal?: AbortSignal
  /** Milliseconds that the step may take, by the client's clock. */
  readonly timeout?: number
  /** What to do after a write without an answer: fail, or look for the record before writing again. */
  readonly onUnknownOutcome?: 'fail' | 'find-existing'
  /** Hears of every request as it is answered, to show progress. */
  readonly onRequest?: (record: RequestRecord) => void
  /** Remembers what is done, so that it is not done twice. */
  readonly journal?: JournalStep
}

export interface Cost {
  readonly requests: readonly RequestRecord[]
  /** Sum of the prices, in tokens of the account's daily budget. */
  readonly tokens: number
  readonly ms: number
}

export interface StepSuccess extends Cost {
  readonly output: unknown
  /** Where the output is not as declared. A step that was answered never fails for that. */
  readonly warnings: readonly Warning[]
}

export interface StepFailure extends Cost {
  readonly error: ComponentError
}

export type StepResult = StepSuccess | StepFailure

/** Resolves, converts, checks, runs: one action with an input as it stands in a workflow. */
export const runStep = async (
  action: Action,
  input: unknown,
  options: StepOptions,
): Promise<StepResult> => {
  const limit = deadline(options)
  const limited = { ...options, signal: limit.signal }
  const measured = meter(limited)
  const { cost } = measured
  let checked: unknown
  const attempt = async (): Promise<StepResult> => {
    try {
      checked = await checkedInput(action, input, options.outputs)
      const { output, warnings } = await perform(action, checked, measured, limited)
      const deviations = await outputWarnings(action, output)
      const lookups = failedLookups(cost().requests)
      return { output, warnings: [...deviations, ...warnings, ...lookups], ...cost() }
    } catch (error) {
      const given: unknown = limit.signal.aborted && isAbort(error) ? limit.signal.reason : error
      return { error: asComponentError(given, cost().requests), ...cost() }
    } finally {
      limit.end()
    }
  }
  const result = await attempt()
  await options.journal?.end(checked, result)
  return result
}

/** The input that `perform` is handed. Throws an `InputError` or `InvalidInput`. */
export const checkedInput = async (
  action: Action,
  input: unknown,
  outputs: Outputs = {},
): Promise<unknown> => {
  const manifest = actionManifest(action)
  const converted = convertObject(manifest.properties, resolve(input, outputs))
  const problems = await inputProblems(manifest, converted)
  if (problems.length > 0) throw new InvalidInput(problems)
  return converted
}

export interface Meter {
  ask<Result>(exchange: Exchange<Result>): Promise<Result>
  cost(): Cost
  /** The first write of which nobody knows whether it has worked. */
  lost(): LostCall | undefined
}

/** Runs exchanges and adds up what they cost. */
export const meter = ({
  client,
  signal,
  onRequest,
  journal,
}: Pick<StepOptions, 'client' | 'signal' | 'onRequest' | 'journal'>): Meter => {
  const start = performance.now()
  const requests: RequestRecord[] = []
  // Every request under way listens to the signal.
  if (signal) setMaxListeners(0, signal)
  let lost: LostCall | undefined
  const plain = client.sender(record => {
    requests.push(record)
    lost ??= lostCall(record)
    onRequest?.(record)
  })
  const send = journal ? journaled(plain, journal) : plain
  return {
    ask: exchange => drive(exchange, send, signal),
    lost: () => lost,
    cost: (): Cost => ({
      requests,
      tokens: requests.reduce((sum, { tokens }) => sum + tokens, 0),
      ms: Math.round(performance.now() - start),
    }),
  }
}

/** What could not be looked up after a write left gaps that the user should know of. */
const failedLookups = (requests: readonly RequestRecord[]): readonly Warning[] => {
  const lookups = requests.filter(({ method }) => method === 'GET')
  const last = new Map(lookups.map(record => [record.path, record.status]))
  return [...last].flatMap(([path, status]) =>
    status !== null && (status < 400 || status === 404 || status === 410)
      ? []
      : [
          {
            path: `GET ${path}`,
            expected: 'an answer',
            got: status === null ? 'none' : `status ${status}`,
          },
        ],
  )
}

/** The error to show for whatever was thrown while these requests were made. */
export const asComponentError = (
  error: unknown,
  requests: readonly RequestRecord[] = [],
): ComponentError => {
  if (error instanceof ComponentError) return error
  if (isAbort(error)) return cancelled(error, requests)
  return new ComponentError(error instanceof Error ? error.message : String(error), {
    cause: error,
    recovery: 'report',
    hint: 'This is a defect of the component; please report it with the input that led to it.',
  })
}

const cancelled = (cause: unknown, requests: readonly RequestRecord[]) => {
  const write = requests.findLast(
    ({ method, status }) =>
      method !== 'GET' && method !== 'DELETE' && (status === null || status < 400),
  )
  const call = `${write?.method} ${write?.path}`
  const message = isTimeout(cause)
    ? String(Reflect.get(Object(cause), 'message'))
    : 'The step was cancelled'
  return new ComponentError(message, {
    cause,
    recovery: write ? 'check' : 'retry',
    ...(write && {
      hint:
        write.status === null
          ? `Look whether ${call} has written the record before you try again.`
          : `${call} has written the record: look at it before you try again.`,
    }),
  })
}
