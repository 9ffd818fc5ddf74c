import { InputError } from '../../../definitions/index.ts'
import type { Journal, Outputs, StepResult, Workflow } from '../../../engine/index.ts'
import { openJournal, startRun, type Run, type Store } from '../../../runtime/store/index.ts'
import { goOn } from '../runs/goOn.ts'
import { summaryOf } from '../runs/summary.ts'
import { causedEvent } from './event.ts'
import type { Test } from './test.ts'
import { runTrigger } from './trigger.ts'
import { requestView } from '../requestView.ts'
import { endedStep, runningStep } from './view.ts'

const sources = ['cause', 'sample', 'last', 'run'] as const
export type EventSource = (typeof sources)[number]

export const eventSource = (given: string | null | undefined): EventSource => {
  const source = sources.find(known => known === (given ?? 'sample'))
  if (source) return source
  throw new InputError('event', `is not one of ${sources.join(', ')}`)
}

export interface EventTaking {
  readonly source: EventSource
  readonly samples: Outputs
  /** The event of an earlier run. */
  readonly past: () => Promise<unknown>
}

/** The event to run with, or why there is none; either has been said then. */
export const takeEvent = (
  { name, operation }: NonNullable<Workflow['trigger']>,
  { source, samples, past }: EventTaking,
  { say, ...rest }: Test,
): Promise<StepResult> =>
  runTrigger({ name, trigger: operation }, say, async () => {
    if (source === 'cause') return causedEvent(operation, rest)
    if (source === 'run') return { output: await past(), warnings: [] }
    if (source === 'sample') return { output: operation.sampleOutput, warnings: [] }
    if (Object.hasOwn(samples, name)) return { output: samples[name], warnings: [] }
    throw new InputError(
      'event',
      'no event has been received yet',
      'Test the trigger, or use the sample event.',
    )
  })

export interface OwnRun {
  readonly store: Store
  /** Of the workflow. */
  readonly id: string
  readonly version: number
  readonly connectionId: string
  readonly workflow: Workflow
  readonly event: StepResult | undefined
  readonly onRun: (run: Run) => void
}

/** Runs all tasks in order, keeps what they do in the journal, and says how each goes. */
export const runNow = async (
  { store, id, version, connectionId, workflow, event, onRun }: OwnRun,
  { client, signal, say }: Test,
): Promise<Run> => {
  const tell = (run: Run) => {
    onRun(run)
    say({ type: 'run', run: summaryOf(run) })
  }
  const { trigger } = workflow
  const output = event && !('error' in event) ? event.output : undefined
  // The event was waited for as well.
  const startedAt = store.now() - (event?.ms ?? 0)
  const run = await startRun(store, id, output, { version, connectionId, startedAt })
  tell(run)
  if (trigger && event) {
    const journal = await openJournal(store, run.id)
    await journal.step(trigger.name, trigger.operation.name).end(null, event)
  }
  const { journal, onRequest } = speaking(await openJournal(store, run.id), say)
  const ended = await goOn({ store, client, workflow, journal, onRequest }, run, signal)
  tell(ended)
  return ended
}

/** Says of every step that it begins, what it asks for, and how it has ended. */
const speaking = (journal: Journal, say: Test['say']) => {
  let current = ''
  const speaker: Journal = {
    step(name, operation) {
      const entry = journal.step(name, operation)
      if (entry.done) return entry
      current = name
      say({ type: 'step', step: runningStep({ name, operation }) })
      return {
        ...entry,
        async end(input, result) {
          await entry.end(input, result)
          say({ type: 'step', step: endedStep({ name, operation }, result, input) })
        },
      }
    },
  }
  const onRequest = (record: Parameters<typeof requestView>[0]) =>
    say({ type: 'request', name: current, request: requestView(record) })
  return { journal: speaker, onRequest }
}
