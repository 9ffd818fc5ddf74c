import { InputError } from '../../../definitions/index.ts'
import type { Journal, Outputs, StepResult, Workflow } from '../../../engine/index.ts'
import {
  giveOutputs,
  openJournal,
  startRun,
  type GivenStep,
  type Run,
  type Store,
} from '../../../runtime/store/index.ts'
import { finishRun } from '../runs/finishRun.ts'
import { summaryOf } from '../runs/summary.ts'
import { simulatedEvent } from './event.ts'
import type { Test } from './test.ts'
import { runTrigger } from './trigger.ts'
import { requestView } from '../requestView.ts'
import { endedStep, runningStep } from './view.ts'

const sources = ['cause', 'sample', 'last', 'run', 'pinned'] as const
export type EventSource = (typeof sources)[number]

export const eventSource = (given: string | null | undefined): EventSource => {
  const source = sources.find(known => known === (given ?? 'sample'))
  if (source) return source
  throw new InputError('event', `is not one of ${sources.join(', ')}`)
}

export interface EventRequest {
  readonly source: EventSource
  readonly samples: Outputs
  /** The event of an earlier run. */
  readonly past: () => Promise<unknown>
}

/** The event to run with, or why there is none; either has been said then. */
export const takeEvent = (
  { name, operation }: NonNullable<Workflow['trigger']>,
  { source, samples, past }: EventRequest,
  { emit, ...rest }: Test,
): Promise<StepResult> =>
  runTrigger({ name, trigger: operation }, emit, async () => {
    if (source === 'cause') return simulatedEvent(operation, rest)
    if (source === 'run') return { output: await past(), warnings: [] }
    if (source === 'sample') return { output: operation.sampleOutput, warnings: [] }
    if (Object.hasOwn(samples, name)) return { output: samples[name], warnings: [] }
    throw new InputError(
      'event',
      'no event has been received yet',
      'Test the trigger, or use the sample event.',
    )
  })

export interface ManualRun {
  readonly store: Store
  /** Of the workflow. */
  readonly id: string
  readonly version: number
  readonly connectionId: string
  readonly workflow: Workflow
  readonly event: StepResult | undefined
  /** Outputs of steps that are not run. */
  readonly given: readonly GivenStep[]
  /** The task to end with; the last one when undefined. */
  readonly lastTask: string | undefined
  readonly onRun: (run: Run) => void
}

/** Runs all tasks in order, keeps what they do in the journal, and says how each goes. */
export const runNow = async (
  { store, id, version, connectionId, workflow, event, given, lastTask, onRun }: ManualRun,
  { client, signal, emit }: Test,
): Promise<Run> => {
  const publish = (run: Run) => {
    onRun(run)
    emit({ type: 'run', run: summaryOf(run) })
  }
  const { trigger } = workflow
  const output =
    event && !('error' in event)
      ? event.output
      : given.find(({ name }) => name === trigger?.name)?.output
  // The event was waited for as well.
  const startedAt = store.now() - (event?.ms ?? 0)
  const run = await startRun(store, id, output, { version, connectionId, startedAt, lastTask })
  publish(run)
  if (trigger && event) {
    const journal = await openJournal(store, run.id)
    await journal.step(trigger.name, trigger.operation.name).end(null, event)
  }
  await giveOutputs(store, run.id, given)
  for (const { position: _, output, ...step } of given)
    emit({ type: 'step', step: { ...runningStep(step), ...step, state: 'done', output } })
  const { journal, onRequest } = withEvents(await openJournal(store, run.id), emit)
  const ended = await finishRun({ store, client, workflow, journal, onRequest }, run, signal)
  publish(ended)
  return ended
}

/** Says of every step that it begins, what it asks for, and how it has ended. */
const withEvents = (journal: Journal, emit: Test['emit']) => {
  let current = ''
  const emitting: Journal = {
    step(name, operation) {
      const entry = journal.step(name, operation)
      if (entry.done) return entry
      current = name
      emit({ type: 'step', step: runningStep({ name, operation }) })
      return {
        ...entry,
        async end(input, result) {
          await entry.end(input, result)
          emit({ type: 'step', step: endedStep({ name, operation }, result, input) })
        },
      }
    },
  }
  const onRequest = (record: Parameters<typeof requestView>[0]) =>
    emit({ type: 'request', name: current, request: requestView(record) })
  return { journal: emitting, onRequest }
}
