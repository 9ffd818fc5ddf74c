import { serializationKey, type Action, type Exchange } from '../../definitions/index.ts'
import { checkInput } from '../input/checkInput.ts'
import { outputWarnings, type OperationValidators, type Warning } from '../input/validate.ts'
import type { Outputs } from '../references/resolve.ts'
import { isAbort } from '../requests/abort.ts'
import type { Client, ClientSync, RequestRecord } from '../requests/client.ts'
import { drive } from '../requests/drive.ts'
import { driveSync } from '../requests/driveSync.ts'
import type { Signal, Work } from '../requests/send.ts'
import { withJournal, type JournalStep } from './journal.ts'
import { performAction, type OnUnknownOutcome } from './lostWrite.ts'
import { createMeter, type Cost, type Meter } from './meter.ts'
import { measure, measureSync, type StepResult } from './result.ts'
import { deadline } from './timeout.ts'

interface SharedOptions {
  /** Outputs of earlier nodes, for references. */
  readonly outputs?: Outputs
  readonly onUnknownOutcome?: OnUnknownOutcome
  /** Called for every request as it completes, to show progress. */
  readonly onRequest?: (record: RequestRecord) => void
}

export interface StepOptions extends SharedOptions {
  readonly client: Client
  /** In Node, a signal of many requests at once wants `setMaxListeners(0, signal)`. */
  readonly signal?: Signal
  /** Milliseconds that the step may take, by the client's clock. */
  readonly timeout?: number
  /** Remembers what is done, so that it is not done twice. */
  readonly journal?: JournalStep
}

export interface StepSyncOptions extends SharedOptions {
  readonly client: ClientSync
}

/** Resolves, converts, checks, runs: one action with an input as it stands in a workflow. */
export const runStep = async (
  action: Action,
  input: unknown,
  options: StepOptions,
): Promise<StepResult> => {
  const { client, timeout, journal, onRequest } = options
  const limit = deadline(client, timeout, options.signal)
  const { signal, remainingMs } = limit
  const { meter, run } = openMeter({ client, onRequest, journal, signal, remainingMs })
  let checked: unknown
  const result = await measure(meter, async () => {
    try {
      const validators = await client.validators(action.name)
      checked = checkInput(action, input, validators, options.outputs)
      const work = () => run(performAction(action, checked, meter, options.onUnknownOutcome))
      const key = serializationKey(action, checked)
      const performed = await (key === undefined ? work() : client.serialized(key, work, signal))
      return { ...performed, warnings: allWarnings(validators, performed, meter.cost()) }
    } catch (error) {
      throw limit.signal?.aborted && isAbort(error) ? limit.signal.reason : error
    } finally {
      limit.end()
    }
  })
  await journal?.end(checked, result)
  return result
}

/** The same for a host without promises. */
export const runStepSync = (
  action: Action,
  input: unknown,
  { client, outputs, onUnknownOutcome, onRequest }: StepSyncOptions,
): StepResult => {
  const meter = createMeter(client.now, onRequest)
  const send = client.sender({ onRequest: meter.record })
  return measureSync(meter, () => {
    const validators = client.validators(action.name)
    const checked = checkInput(action, input, validators, outputs)
    const work = performAction(action, checked, meter, onUnknownOutcome)
    const performed = driveSync(work, send, client.sleep)
    return { ...performed, warnings: allWarnings(validators, performed, meter.cost()) }
  })
}

interface MeterOptions extends Pick<StepOptions, 'client'> {
  readonly onRequest?: StepOptions['onRequest'] | undefined
  readonly journal?: JournalStep | undefined
  readonly signal?: Signal | undefined
  readonly remainingMs?: () => number
}

/** Runs exchanges and adds up what they cost. */
export const openMeter = (options: MeterOptions) => {
  const { client, signal, onRequest, journal, remainingMs } = options
  const meter: Meter = createMeter(client.now, onRequest)
  const plain = client.sender({ onRequest: meter.record, remainingMs })
  const send = journal ? withJournal(plain, journal) : plain
  const run = <Result>(work: Exchange<Result> | Work<Result>): Promise<Result> =>
    drive(work, send, signal, client.sleep)
  return { meter, run, cost: meter.cost }
}

const allWarnings = (
  validators: OperationValidators,
  { output, warnings }: { readonly output: unknown; readonly warnings: readonly Warning[] },
  { requests }: Cost,
): readonly Warning[] => [
  ...outputWarnings(validators, output),
  ...warnings,
  ...failedLookups(requests),
]

/** What could not be looked up after a write left gaps that the user should know of. */
export const failedLookups = (requests: readonly RequestRecord[]): readonly Warning[] => {
  if (requests.every(({ status }) => isSuccess(status))) return []
  const lookups = requests.filter(({ method }) => method === 'GET')
  const last = new Map(lookups.map(record => [record.path, record.status]))
  return [...last].flatMap(([path, status]) =>
    isSuccess(status) || status === 404 || status === 410
      ? []
      : [
          {
            path: `GET ${path}`,
            expected: 'a response',
            got: status === null ? 'none' : `status ${status}`,
          },
        ],
  )
}

const isSuccess = (status: number | null) => status !== null && status < 400
