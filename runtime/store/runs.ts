import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { InputError, type WebhookEvent } from '../../definitions/index.ts'
import { recordIn } from './recordOrder.ts'
import { runOf } from './runQueries.ts'
import type { Store } from './open.ts'
import type { ErrorInfo } from '../../engine/index.ts'
import { attempts, runs, steps, type Run, type RunState } from './schema.ts'
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

const unstarted = (now: number, state: 'waiting' | 'running') => ({
  state,
  attempts: 0,
  dueAt: now,
  receivedAt: now,
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
    const row = { workflow, event: event ?? noEvent, ...fresh }
    return store.db.insert(runs).values(row).returning().get()
  })

/**
 * Puts runs of events back that a process left under way when it ended. Runs that were started by
 * hand are not resumed unasked.
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

/** Older deliveries are ignored: their run may be deleted, so they can’t be told from repeats. */
export const maxEventAgeMs = 30 * 24 * 3_600_000

/** Deletes ended runs whose events are past `maxEventAgeMs`, and so would be ignored in any case. */
export const pruneRuns = (store: Store): Promise<void> =>
  store.run(async () => {
    const before = store.now() - 2 * maxEventAgeMs
    const ended = inArray(runs.state, ['done', 'failed'])
    await store.db.delete(runs).where(and(ended, lt(runs.receivedAt, before)))
  })

/**
 * Lets a run that has stopped resume. Writes of unknown outcome are sent again: the caller has
 * checked the account.
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
