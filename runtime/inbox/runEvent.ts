import { member, read, readOptional, record, string } from '../../definitions/index.ts'
import type { Trigger, WebhookEvent } from '../../definitions/index.ts'
import type { Client, RequestRecord } from '../client.ts'
import type { Journal } from '../journal.ts'
import { runWorkflow, type WorkflowStep } from '../runWorkflow.ts'
import { asComponentError, meter, type StepFailure, type StepResult } from '../step.ts'
import { openJournal } from '../store/journal.ts'
import type { Store } from '../store/open.ts'
import type { Run, RunEnd } from '../store/runs.ts'
import { outputWarnings } from '../validate.ts'
import type { Workflow } from '../workflow.ts'
import { verdict } from './verdict.ts'

export interface Working {
  readonly store: Store
  readonly client: Client
  readonly workflow: Workflow
  /** Of the run; read from the store when absent. */
  readonly journal?: Journal
  readonly onStep?: ((run: Run, step: WorkflowStep) => void) | undefined
  readonly onRequest?: ((record: RequestRecord) => void) | undefined
}

/** Runs a committed event through its workflow, from where an earlier attempt has stopped. */
export const runEvent = async (
  { store, client, workflow, journal: given, onStep, onRequest }: Working,
  run: Run,
  signal: AbortSignal,
): Promise<RunEnd> => {
  const { trigger } = workflow
  const options = { client, signal, ...(onRequest && { onRequest }) }
  const journal = given ?? (await openJournal(store, run.id))
  const entry = trigger && journal.step(trigger.name, trigger.operation.name)
  let tokens = 0
  let output = entry?.done?.output
  if (entry && !entry.done) {
    const result = await complete(trigger.operation, eventOf(run.event), options)
    await entry.end(null, result)
    onStep?.(run, { name: trigger.name, operation: trigger.operation.name, result })
    tokens += result.tokens
    if ('error' in result) return { ...judged(store, run, result, signal), tokens }
    output = result.output
  }
  const { steps } = await runWorkflow(workflow, output, {
    ...options,
    journal,
    onStep: step => onStep?.(run, step),
  })
  for (const { result } of steps) tokens += result.tokens
  const last = steps.at(-1)?.result
  if (last && 'error' in last) return { ...judged(store, run, last, signal), tokens }
  return { state: 'done', error: null, tokens }
}

const judged = (
  store: Store,
  { attempts }: Run,
  { error, requests }: StepFailure,
  signal: AbortSignal,
): Omit<RunEnd, 'tokens'> => {
  const unanswered = requests.some(
    ({ method, status }) => status === null && method !== 'GET' && method !== 'DELETE',
  )
  // The journal has what was answered, so the next start goes on behind it.
  if (signal.aborted && !unanswered) return { state: 'waiting', error: null }
  return verdict(error, attempts, store.now(), Math.random())
}

const complete = async (
  trigger: Trigger,
  event: WebhookEvent,
  options: Parameters<typeof meter>[0],
): Promise<StepResult> => {
  const { ask, cost } = meter(options)
  try {
    const output = await ask(trigger.complete(event))
    return { output, warnings: await outputWarnings(trigger, output), ...cost() }
  } catch (error) {
    return { error: asComponentError(error, cost().requests), ...cost() }
  }
}

const eventOf = (stored: unknown): WebhookEvent => ({
  id: read(string(), member(stored, 'id'), 'id'),
  occurredAt: read(string(), member(stored, 'occurredAt'), 'occurredAt'),
  data: read(record(), member(stored, 'data'), 'data'),
  previous: readOptional(record(), member(stored, 'previous'), 'previous') ?? null,
  meta: read(record(), member(stored, 'meta'), 'meta'),
})
