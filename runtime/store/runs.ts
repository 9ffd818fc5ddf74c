import { and, asc, eq, gt, inArray, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { WebhookEvent } from '../../definitions/index.ts'
import { isNext, recordIn } from './recordOrder.ts'
import type { Store } from './open.ts'
import { shownEvent } from './packRun.ts'
import { events, runs, type Run } from './schema.ts'
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
}

/** A run that a person has started, with the output of the trigger as its event. */
export const startRun = (
  store: Store,
  workflow: string,
  event: unknown,
  { version, connectionId, startedAt = store.now() }: RunStart = {},
): Promise<Run> =>
  store.run(async () => {
    const started = { startedAt, version: version ?? null, connectionId: connectionId ?? null }
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

/** No pause between two attempts is longer, in milliseconds. */
export const maxPauseMs = 15 * 60_000

/**
 * A pause that has not begun yet, or is longer than any, was made by a clock that was wrong and has
 * been put right.
 */
const isDue = (now: number) =>
  or(lte(runs.dueAt, now), gt(runs.pausedAt, now), gt(runs.dueAt, now + maxPauseMs))

/** Takes runs that are due, oldest first. */
export const claimRuns = (
  store: Store,
  workflow: string,
  limit: number,
  version?: number,
): Promise<readonly Run[]> =>
  store.run(async () => {
    const due = store.db
      .select({ id: runs.id })
      .from(runs)
      .where(
        and(
          eq(runs.workflow, workflow),
          eq(runs.state, 'waiting'),
          isDue(store.now()),
          isNext(store),
        ),
      )
      .orderBy(asc(runs.dueAt), asc(runs.id))
      .limit(limit)
    return store.db.update(runs).set(start(store, version)).where(inArray(runs.id, due)).returning()
  })

const start = (store: Store, version: number | undefined) => ({
  state: 'running' as const,
  startedAt: store.now(),
  version: version ?? null,
})

/** Takes one run that waits; undefined where another worker has taken it. */
export const claimRun = (store: Store, id: number, version?: number): Promise<Run | undefined> =>
  store.run(() =>
    store.db
      .update(runs)
      .set(start(store, version))
      .where(and(eq(runs.id, id), eq(runs.state, 'waiting')))
      .returning()
      .get(),
  )

/** When the next run is due that waits; undefined where none does. */
export const nextDue = (store: Store, workflow: string): Promise<number | undefined> =>
  store.run(async () => {
    const [row] = await store.db
      .select({ at: runs.dueAt })
      .from(runs)
      .where(and(eq(runs.workflow, workflow), eq(runs.state, 'waiting'), isNext(store)))
      .orderBy(asc(runs.dueAt))
      .limit(1)
    return row?.at
  })

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
