import { setMaxListeners } from 'node:events'
import {
  actionManifest,
  begin,
  ComponentError,
  drive,
  resolve,
  type Action,
  type Exchange,
  type Outputs,
} from '../definitions/index.ts'
import { isAbort } from './abort.ts'
import type { Client, RequestRecord } from './client.ts'
import { convertObject } from './convert.ts'
import { InvalidInput } from './problems.ts'
import { inputProblems, outputWarnings, type Warning } from './validate.ts'

export interface StepOptions {
  readonly client: Client
  /** Outputs of earlier nodes, for references. */
  readonly outputs?: Outputs
  readonly signal?: AbortSignal
  /** Hears of every request as it is answered, to show progress. */
  readonly onRequest?: (record: RequestRecord) => void
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
  const { ask, cost } = meter(options)
  try {
    const checked = await checkedInput(action, input, options.outputs)
    const output = await ask(begin(action, checked))
    const warnings = await outputWarnings(action, output)
    return { output, warnings: [...warnings, ...failedLookups(cost().requests)], ...cost() }
  } catch (error) {
    return { error: asComponentError(error, cost().requests), ...cost() }
  }
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

/** Runs exchanges and adds up what they cost. */
export const meter = ({ client, signal, onRequest }: StepOptions) => {
  const start = performance.now()
  const requests: RequestRecord[] = []
  // Every request under way listens to the signal.
  if (signal) setMaxListeners(0, signal)
  const send = client.sender(record => {
    requests.push(record)
    onRequest?.(record)
  })
  return {
    ask: <Result>(exchange: Exchange<Result>) => drive(exchange, send, signal),
    cost: (): Cost => ({
      requests,
      tokens: requests.reduce((sum, { tokens }) => sum + tokens, 0),
      ms: Math.round(performance.now() - start),
    }),
  }
}

/** What could not be looked up after a write left gaps that the user should know of. */
const failedLookups = (requests: readonly RequestRecord[]): readonly Warning[] => {
  const last = new Map(requests.map(record => [`${record.method} ${record.path}`, record]))
  return [...last].flatMap(([call, { status }]) =>
    status !== null && (status < 400 || status === 404 || status === 410)
      ? []
      : [{ path: call, expected: 'an answer', got: status === null ? 'none' : `status ${status}` }],
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
  const write = requests.find(
    ({ method, status }) => status === null && method !== 'GET' && method !== 'DELETE',
  )
  return new ComponentError('The step was cancelled', {
    cause,
    recovery: write ? 'check' : 'retry',
    ...(write && { hint: `Look whether ${write.method} ${write.path} has written the record.` }),
  })
}
