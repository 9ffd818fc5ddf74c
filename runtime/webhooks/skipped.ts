import type { WebhookEvent } from '../../definitions/index.ts'
import type { Workflow } from '../../engine/index.ts'
import {
  causeOf,
  skippedNames,
  timesInChain,
  type Run,
  type RunEnd,
  type Store,
} from '../store/index.ts'

/** Why an event is not run. It stays in the store, and runs when a person retries it. */
const skipped = (why: keyof typeof skippedNames, message: string, hint: string) =>
  ({
    state: 'failed',
    error: { name: skippedNames[why], message, recovery: 'check', hint },
  }) as const

/** An older value must not be written over a newer one. */
export const superseded: RunEnd = {
  ...skipped(
    'superseded',
    'Skipped, because a newer event of the same record has been run already',
    'Nothing has to be done where the workflow only needs the newest state of a record. If it needs this event, retry the run.',
  ),
  tokenCost: 0,
}

/**
 * How often a workflow may be run in a chain in which each event tells of a write of the run before
 * it. Enough for one that takes a record through the stages of a pipeline.
 */
export const maxTimesInChain = 10

/** Whether the event would keep a workflow going that starts itself, also by way of another one. */
export const isLooping = async (store: Store, run: Run, event: WebhookEvent): Promise<boolean> => {
  if ((await causeOf(store, run, event)) === undefined) return false
  return (await timesInChain(store, run)) >= maxTimesInChain
}

export const looping = ({ label }: Workflow) =>
  skipped(
    'loop',
    `Skipped, because ${label ? `“${label}”` : 'the workflow'} starts itself: its own writes have run it ${maxTimesInChain} times in a row`,
    'Change the workflow so that it does not write what starts it, or writes the same value each time. Events of other changes still run it. To run this one all the same, retry the run.',
  )
