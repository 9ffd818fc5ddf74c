import { and, asc, eq, gt, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm'
import { InputError, type WebhookEvent } from '../../definitions/index.ts'
import { isNext, recordIn } from './recordOrder.ts'
import { runOf } from './runQueries.ts'
import type { Store } from './open.ts'
import type { ErrorInfo } from '../../engine/index.ts'
import { attempts, runs, steps, type Run, type RunState } from './schema.ts'
import { unstarted } from './startRun.ts'
import type { Subscription } from './subscriptions.ts'

/** Commits events before they are acknowledged. One that has come before is not taken again. */
export const acceptEvents = (
  store: Store,
  workflow: string,
  { id: subscriptionId, connectionId }: Pick<Subscription, 'id' | 'connectionId'>,
  events: readonly WebhookEvent[],
): Promise<void> =>
  store.run(async () => {
    const now = store.now()
    const rows = events.map(event => ({
      workflow,
      subscriptionId,
      connectionId,
      eventId: event.id,
      record: recordIn(event),
      event,
      ...unstarted(now, 'waiting'),
    }))
    await store.db.insert(runs).values(rows).onConflictDoNothing()
  })

/** No pause between two attempts is longer, in milliseconds. */
export const longestPauseMs = 15 * 60_000

/** Takes runs that are due, oldest first. One due beyond any pause was put off by a wrong clock. */
export const claimRuns = (
  store: Store,
  workflow: string,
  most: number,
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
          or(lte(runs.dueAt, store.now()), gt(runs.dueAt, store.now() + longestPauseMs)),
          isNext(store),
        ),
      )
      .orderBy(asc(runs.dueAt), asc(runs.id))
      .limit(most)
    return store.db.update(runs).set(begun(store, version)).where(inArray(runs.id, due)).returning()
  })

const begun = (store: Store, version: number | undefined) => ({
  state: 'running' as const,
  startedAt: store.now(),
  version: version ?? null,
})

/** Takes one run that waits; undefined where somebody else has taken it. */
export const claimRun = (store: Store, id: number, version?: number): Promise<Run | undefined> =>
  store.run(() =>
    store.db
      .update(runs)
      .set(begun(store, version))
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
 * Runs of events that a process which has ended left under way are to be gone on with. Those that
 * a person has started belong to whoever has their page open.
 */
export const recoverRuns = (store: Store, workflow: string): Promise<void> =>
  store.run(async () => {
    await store.db
      .update(runs)
      .set({ state: 'waiting', dueAt: store.now() })
      .where(and(eq(runs.workflow, workflow), eq(runs.state, 'running'), isNotNull(runs.eventId)))
  })

/** Puts runs back that are under way and can't go on now. */
export const releaseRuns = (store: Store, ids: readonly number[]): Promise<void> =>
  store.run(async () => {
    await store.db
      .update(runs)
      .set({ state: 'waiting', dueAt: store.now() })
      .where(and(inArray(runs.id, [...ids]), eq(runs.state, 'running')))
  })

export interface RunEnd {
  readonly state: RunState
  readonly attempts?: number
  readonly dueAt?: number
  readonly error?: ErrorInfo | null
  /** What this attempt has cost. */
  readonly tokenCost: number
}

/** Ends an attempt, and keeps how it has ended. */
export const endRun = (store: Store, id: number, { tokenCost, ...end }: RunEnd): Promise<Run> =>
  store.run(async () => {
    const now = store.now()
    const startedAt = sql`coalesce(${runs.startedAt}, ${runs.receivedAt})`
    const set = {
      ...end,
      endedAt: end.state === 'waiting' ? null : now,
      tokenCost: sql`${runs.tokenCost} + ${tokenCost}`,
      ms: sql`${runs.ms} + max(0, ${now} - ${startedAt})`,
    }
    const number = sql`(SELECT count(*) + 1 FROM ${attempts} WHERE ${attempts.runId} = ${runs.id})`
    const error = end.error ? JSON.stringify(end.error) : null
    const [, [run]] = await store.db.batch([
      store.db.run(sql`
        INSERT INTO ${attempts} (runId, number, version, startedAt, endedAt, state, error)
        SELECT ${runs.id}, ${number}, ${runs.version}, ${startedAt}, ${now}, ${end.state}, ${error}
        FROM ${runs} WHERE ${runs.id} = ${id}`),
      store.db.update(runs).set(set).where(eq(runs.id, id)).returning(),
    ])
    if (!run) throw new InputError('', `there is no run ${id}`)
    return run
  })

/** Nobody can tell a delivery that is older from one that was deleted, so it is ignored. */
export const oldestEvent = 30 * 24 * 3_600_000

/** Deletes what ended so long ago that its events would be ignored in any case. */
export const pruneRuns = (store: Store): Promise<void> =>
  store.run(async () => {
    const long = store.now() - 2 * oldestEvent
    const ended = inArray(runs.state, ['done', 'failed'])
    await store.db.delete(runs).where(and(ended, lt(runs.receivedAt, long)))
  })

/**
 * Lets a run that has stopped go on. Writes of which nobody knows what became of them are sent
 * again: whoever calls this has looked.
 */
export const retryRun = async (store: Store, id: number): Promise<void> => {
  const { state, steps: taken } = await runOf(store, id)
  if (!['failed', 'parked', 'dead'].includes(state))
    throw new InputError('', `run ${id} is ${state}, there is nothing to retry`)
  await store.run(async () => {
    for (const { position, writes } of taken)
      await store.db
        .update(steps)
        .set({ writes: writes.filter(({ answer }) => answer !== undefined) })
        .where(and(eq(steps.runId, id), eq(steps.position, position)))
    const again = { state: 'waiting', attempts: 0, dueAt: store.now(), endedAt: null } as const
    await store.db.update(runs).set(again).where(eq(runs.id, id))
  })
}
