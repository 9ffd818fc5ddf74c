import {
  InputError,
  member,
  read,
  readOptional,
  record,
  string,
  type WebhookEvent,
} from '../../definitions/index.ts'
import type { Client } from '../index.ts'
import {
  type RequestRecord,
  type Journal,
  runWorkflow,
  type WorkflowStep,
  type StepFailure,
  hydrateEvent,
  type Workflow,
} from '../../engine/index.ts'
import {
  isSkipped,
  isSuperseded,
  openJournal,
  runOf,
  type Store,
  type Run,
  type RunEnd,
} from '../store/index.ts'
import { isLooping, looping, superseded } from './skipped.ts'
import { nextRunState } from './nextState.ts'

export interface RunContext {
  readonly store: Store
  readonly client: Client
  readonly workflow: Workflow
  /** Of the run; read from the store when absent. */
  readonly journal?: Journal
  readonly onStep?: ((run: Run, step: WorkflowStep) => void) | undefined
  readonly onRequest?: ((record: RequestRecord) => void) | undefined
  /** Milliseconds that a step may take; ten minutes when absent. */
  readonly stepTimeoutMs?: number | undefined
}

/** Longer than any step works, so that one that hangs does not keep others from their turn for ever. */
const defaultStepTimeoutMs = 10 * 60_000

/** Runs a committed event through its workflow, from where an earlier attempt has stopped. */
export const runEvent = async (
  { store, client, workflow, journal: given, onStep, onRequest, stepTimeoutMs }: RunContext,
  run: Run,
  signal: AbortSignal,
): Promise<RunEnd> => {
  const isNew = run.attempts === 0 && !isSkipped(run)
  if (isNew && (await isSuperseded(store, run))) return superseded
  const { trigger } = workflow
  const whole = { ...workflow, tasks: tasksOf(workflow, run) }
  const event = async () => eventOf((await runOf(store, run.id)).event)
  const timeout = stepTimeoutMs ?? defaultStepTimeoutMs
  const options = { client, signal, timeout, ...(onRequest && { onRequest }) }
  const journal = given ?? (await openJournal(store, run.id))
  const entry = trigger && journal.step(trigger.name, trigger.operation.name)
  let tokenCost = 0
  let output = entry?.done?.output
  if (entry && !entry.done) {
    const result = await hydrateEvent(trigger.operation, await event(), options)
    await entry.end(null, result)
    onStep?.(run, { name: trigger.name, operation: trigger.operation.name, result })
    tokenCost += result.tokenCost
    if ('error' in result)
      return { ...endOfFailure(store, run, trigger.name, result, signal), tokenCost }
    output = result.output
  }
  if (isNew && run.eventId !== null && (await isLooping(store, run, await event())))
    return { ...looping(workflow), tokenCost }
  const { steps } = await runWorkflow(whole, output, {
    ...options,
    journal,
    onStep: step => onStep?.(run, step),
  })
  for (const { result } of steps) tokenCost += result.tokenCost
  const last = steps.at(-1)
  if (last && 'error' in last.result)
    return { ...endOfFailure(store, run, last.name, last.result, signal), tokenCost }
  return { state: 'done', error: null, tokenCost }
}

/** A run by hand may end before the workflow does. */
const tasksOf = ({ tasks }: Workflow, { lastTask }: Run): Workflow['tasks'] => {
  if (lastTask === null) return tasks
  const index = tasks.findIndex(({ name }) => name === lastTask)
  if (index !== -1) return tasks.slice(0, index + 1)
  throw new InputError('', `the run ends with ${lastTask}, which the workflow no longer has`)
}

const endOfFailure = (
  store: Store,
  { attempts }: Run,
  step: string,
  { error, requests }: StepFailure,
  signal: AbortSignal,
): Omit<RunEnd, 'tokenCost'> => {
  const unanswered = requests.some(
    ({ method, status }) => status === null && method !== 'GET' && method !== 'DELETE',
  )
  // The journal has what was answered, so the next start goes on behind it.
  if (signal.aborted && !unanswered) return { state: 'waiting', error: null }
  const end = nextRunState(error, attempts, store.now(), Math.random())
  return { ...end, ...(end.error && { error: { ...end.error, step } }) }
}

const eventOf = (stored: unknown): WebhookEvent => ({
  id: read(string(), member(stored, 'id'), 'id'),
  occurredAt: read(string(), member(stored, 'occurredAt'), 'occurredAt'),
  data: read(record(), member(stored, 'data'), 'data'),
  previous: readOptional(record(), member(stored, 'previous'), 'previous') ?? null,
  meta: read(record(), member(stored, 'meta'), 'meta'),
})
