import {
  serializationKeys,
  type Action,
  type Component,
  type Exchange,
} from '../../definitions/index.ts'
import { applyNames, type Applied, type BoundStep } from '../boundNames/apply.ts'
import { checkInput, checkNamedInput } from '../input/checkInput.ts'
import { outputWarnings, type OperationValidators, type Warning } from '../input/validate.ts'
import type { ResolvedName } from '../names/resolveNames.ts'
import type { Outputs } from '../references/resolve.ts'
import { isAbort } from '../requests/abort.ts'
import type { Client, ClientSync, RequestRecord } from '../requests/client.ts'
import { drive } from '../requests/drive.ts'
import { driveSync } from '../requests/driveSync.ts'
import type { Signal, Work } from '../requests/send.ts'
import { failedLookups } from './failedLookups.ts'
import { withJournal, type JournalStep } from './journal.ts'
import { performAction, type OnUnknownOutcome, type Performed } from './lostWrite.ts'
import { createMeter, type Cost, type Meter } from './meter.ts'
import { previewOf, untilWrite } from './preview.ts'
import { measure, measureSync, type StepResult, type StepSuccess } from './result.ts'
import { deadline } from './timeout.ts'

interface SharedOptions {
  /** Outputs of earlier nodes, for references. Where there are none, nothing is a reference. */
  readonly outputs?: Outputs
  readonly onUnknownOutcome?: OnUnknownOutcome
  /** Lets names, e-mail addresses and addresses of pages stand for ids, and looks them up. */
  readonly resolveNames?: boolean
  /** Sends no write: a step that would write succeeds with a `preview` and without an output. */
  readonly dryRun?: boolean
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
  /** Keys of the names that the step's workflow was saved with. */
  readonly bound?: BoundStep
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
  let applied: Applied | undefined
  const result = await measure(meter, async () => {
    try {
      const { component } = client
      const { outputs, bound } = options
      const validators = await client.validators(action.name)
      if (bound) applied = await run(applyNames(component, action, input, outputs ?? {}, bound))
      const { input: given, follow } = applied ?? { input }
      const prepared = options.resolveNames
        ? await run(checkNamedInput(component, action, given, validators, outputs, follow))
        : { input: checkInput(action, given, validators, outputs, follow), resolved: [] }
      checked = prepared.input
      const work = () => run(stepWork(client.component, action, checked, meter, options))
      const keys = serializationKeys(action, checked)
      const performed = await (keys ? client.serialized(keys, work, signal) : work())
      const done = stepSuccess(component, validators, prepared, performed, meter.cost())
      return applied ? { ...done, warnings: [...applied.warnings, ...done.warnings] } : done
    } catch (error) {
      if (limit.signal?.aborted && isAbort(error)) throw limit.signal.reason
      throw applied ? applied.named(error) : error
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
  options: StepSyncOptions,
): StepResult => {
  const { client, outputs, onRequest } = options
  const meter = createMeter(client.now, onRequest)
  const send = client.sender({ onRequest: meter.record })
  return measureSync(meter, () => {
    const validators = client.validators(action.name)
    const { component } = client
    const prepared = options.resolveNames
      ? driveSync(checkNamedInput(component, action, input, validators, outputs), send)
      : { input: checkInput(action, input, validators, outputs), resolved: [] }
    const work = stepWork(component, action, prepared.input, meter, options)
    return stepSuccess(
      client.component,
      validators,
      prepared,
      driveSync(work, send, client.sleep),
      meter.cost(),
    )
  })
}

/** The action, or as far as it comes without a write. */
function* stepWork(
  component: Component,
  action: Action,
  input: unknown,
  meter: Meter,
  { dryRun, onUnknownOutcome }: SharedOptions,
): Work<Performed & Pick<StepSuccess, 'preview'>> {
  const work = told(component, action, input, performAction(action, input, meter, onUnknownOutcome))
  if (!dryRun) return yield* work
  const ended = yield* untilWrite(work)
  if (!('planned' in ended)) return ended
  return { output: null, warnings: [], preview: yield* previewOf(component, action.name, ended) }
}

/** Has the component say what it knows of an error, or of a write that has succeeded. */
function* told(
  { explain, outdatedNames }: Component,
  { name, effect }: Action,
  input: unknown,
  work: Work<Performed>,
): Work<Performed> {
  let done: Performed
  try {
    done = yield* work
  } catch (error) {
    throw explain ? yield* explain(name, error, input) : error
  }
  if (effect === 'read' || !outdatedNames) return done
  const warnings = yield* outdatedNames(input, done.output)
  return { ...done, warnings: [...done.warnings, ...warnings] }
}

const stepSuccess = (
  component: Component,
  validators: OperationValidators,
  { resolved }: { readonly resolved: readonly ResolvedName[] },
  performed: Performed & Pick<StepSuccess, 'preview'>,
  cost: Cost,
): Omit<StepSuccess, keyof Cost> => ({
  ...performed,
  ...(resolved.length > 0 && { resolved }),
  warnings: performed.preview ? [] : allWarnings(component, validators, performed, cost),
})

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
  component: Component,
  validators: OperationValidators,
  { output, warnings }: { readonly output: unknown; readonly warnings: readonly Warning[] },
  { requests }: Cost,
): readonly Warning[] => [
  ...outputWarnings(validators, output),
  ...warnings,
  ...failedLookups(component, requests),
]
