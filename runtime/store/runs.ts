import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { WebhookEvent } from '../../definitions/index.ts'
import { recordIn } from './recordOrder.ts'
import type { Store } from './open.ts'
import { shownEvent } from './packRun.ts'
import { events } from './archive.ts'
import { runs, type Run } from './schema.ts'
import type { Subscription } from './subscriptions.ts'

/** Commits events before they are acknowledged. One that has come before is not taken again. */
export const acceptEvents = (
  store: Store,
  workflow: string,
  { id: subscriptionId, connectionId }: Pick<Subscription, 'id' | 'connectionId'>,
  given: readonly WebhookEvent[],
): Promise<void> =>
  store.run(async () => {
    const now = store.now()
    const rows = given.map(event => ({
      workflow,
      subscriptionId,
      connectionId,
      eventId: event.id,
      record: recordIn(event),
      occurredAt: timeOf(event),
      event: shownEvent(event),
      ...unstarted(now, 'waiting'),
    }))
    await store.db.batch([
      store.db.insert(runs).values(rows).onConflictDoNothing(),
      ...given.map(event =>
        store.db.run(sql`
          INSERT INTO ${events} (runId, event)
          SELECT ${runs.id}, ${JSON.stringify(event)} FROM ${runs}
          WHERE ${runs.subscriptionId} = ${subscriptionId} AND ${runs.eventId} = ${event.id}
            AND ${runs.state} = 'waiting'
          ON CONFLICT DO NOTHING`),
      ),
    ])
  })

export const dueNow = (store: Store) => ({ dueAt: store.now(), pausedAt: store.now() })

const timeOf = ({ occurredAt }: WebhookEvent): number | null => {
  const at = Date.parse(occurredAt)
  return Number.isNaN(at) ? null : at
}

const unstarted = (now: number, state: 'waiting' | 'running') => ({
  state,
  attempts: 0,
  ...{ dueAt: now, pausedAt: now, receivedAt: now },
  tokenCost: 0,
})

/** The column is never null itself, but may hold the null of JSON. */
const noEvent = sql`'null'`

export interface RunStart {
  readonly version?: number
  readonly connectionId?: string
  readonly startedAt?: number
  /** The task that it ends with; the last one when absent. */
  readonly lastTask?: string | undefined
}

/** A run that a person has started, with the output of the trigger as its event. */
export const startRun = (
  store: Store,
  workflow: string,
  event: unknown,
  { version, connectionId, startedAt = store.now(), lastTask }: RunStart = {},
): Promise<Run> =>
  store.run(async () => {
    const started = {
      startedAt,
      version: version ?? null,
      connectionId: connectionId ?? null,
      lastTask: lastTask ?? null,
    }
    const fresh = { ...unstarted(store.now(), 'running'), ...started }
    const row = { workflow, event: shownEvent(event ?? null) ?? noEvent, ...fresh }
    const [[run]] = await store.db.batch([
      store.db.insert(runs).values(row).returning(),
      store.db.run(sql`
        INSERT INTO ${events} (runId, event)
        VALUES (last_insert_rowid(), ${JSON.stringify(event ?? null)})`),
    ])
    return run ?? unwritten()
  })

const unwritten = (): never => {
  throw new TypeError('the run was not returned')
}

/**
 * Puts runs of events back that a process left under way when it ended. Runs that were started by
 * hand are not resumed unasked.
 */
export const recoverRuns = (store: Store, workflow: string): Promise<void> =>
  store.run(async () => {
    await store.db
      .update(runs)
      .set({ state: 'waiting', ...dueNow(store) })
      .where(and(eq(runs.workflow, workflow), eq(runs.state, 'running'), isNotNull(runs.eventId)))
  })

/** Puts runs back that are under way and can't go on now. */
export const releaseRuns = (store: Store, ids: readonly number[]): Promise<void> =>
  store.run(async () => {
    await store.db
      .update(runs)
      .set({ state: 'waiting', ...dueNow(store) })
      .where(and(inArray(runs.id, [...ids]), eq(runs.state, 'running')))
  })
