import { and, asc, desc, eq, gt, inArray, isNotNull, lt, lte, min, or, sql } from 'drizzle-orm'
import { InputError, type WebhookEvent } from '../../definitions/index.ts'
import type { Store } from './open.ts'
import type { ErrorFacts } from '../../engine/index.ts'
import { runs, steps } from './schema.ts'

export type Run = typeof runs.$inferSelect
export type RunState = Run['state']
export type RunStep = typeof steps.$inferSelect

/** Commits events before they are acknowledged. One that has come before is not taken again. */
export const acceptEvents = (
  store: Store,
  workflow: string,
  subscriptionId: string,
  events: readonly WebhookEvent[],
): Promise<void> =>
  store.run(async () => {
    const now = store.now()
    const rows = events.map(event => ({
      workflow,
      subscriptionId,
      eventId: event.id,
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

/** A run that a person has started, with the output of the trigger as its event. */
export const startRun = (store: Store, workflow: string, event: unknown): Promise<Run> =>
  store.run(async () => {
    const row = { workflow, event: event ?? noEvent, ...unstarted(store.now(), 'running') }
    return store.db.insert(runs).values(row).returning().get()
  })

/** No pause between two attempts is longer, in milliseconds. */
export const longestPauseMs = 15 * 60_000

/** Takes runs that are due, oldest first. One due beyond any pause was put off by a wrong clock. */
export const claimRuns = (store: Store, workflow: string, most: number): Promise<readonly Run[]> =>
  store.run(async () => {
    const due = store.db
      .select({ id: runs.id })
      .from(runs)
      .where(
        and(
          eq(runs.workflow, workflow),
          eq(runs.state, 'waiting'),
          or(lte(runs.dueAt, store.now()), gt(runs.dueAt, store.now() + longestPauseMs)),
        ),
      )
      .orderBy(asc(runs.dueAt), asc(runs.id))
      .limit(most)
    return store.db.update(runs).set({ state: 'running' }).where(inArray(runs.id, due)).returning()
  })

/** Takes one run that waits; undefined where somebody else has taken it. */
export const claimRun = (store: Store, id: number): Promise<Run | undefined> =>
  store.run(() =>
    store.db
      .update(runs)
      .set({ state: 'running' })
      .where(and(eq(runs.id, id), eq(runs.state, 'waiting')))
      .returning()
      .get(),
  )

/** When the next run is due that waits; undefined where none does. */
export const nextDue = (store: Store, workflow: string): Promise<number | undefined> =>
  store.run(async () => {
    const [row] = await store.db
      .select({ at: min(runs.dueAt) })
      .from(runs)
      .where(and(eq(runs.workflow, workflow), eq(runs.state, 'waiting')))
    return row?.at ?? undefined
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
  readonly error?: ErrorFacts | null
  /** What this attempt has cost. */
  readonly tokenCost: number
}

export const endRun = (store: Store, id: number, { tokenCost, ...end }: RunEnd): Promise<Run> =>
  store.run(async () => {
    const endedAt = end.state === 'waiting' ? null : store.now()
    const set = { ...end, endedAt, tokenCost: sql`${runs.tokenCost} + ${tokenCost}` }
    return store.db.update(runs).set(set).where(eq(runs.id, id)).returning().get()
  })

export interface RunQuery {
  readonly workflow?: string
  readonly states?: readonly RunState[]
  readonly before?: number
  readonly limit?: number
}

/** Newest first. */
export const listRuns = (store: Store, query: RunQuery = {}): Promise<readonly Run[]> =>
  store.run(async () => {
    const { workflow, states, before, limit = 50 } = query
    return store.db
      .select()
      .from(runs)
      .where(
        and(
          workflow === undefined ? undefined : eq(runs.workflow, workflow),
          states === undefined ? undefined : inArray(runs.state, [...states]),
          before === undefined ? undefined : lt(runs.id, before),
        ),
      )
      .orderBy(desc(runs.id))
      .limit(limit)
  })

/** One run and its steps. Throws an `InputError` where there is none. */
export const runOf = (
  store: Store,
  id: number,
): Promise<Run & { readonly steps: readonly RunStep[] }> =>
  store.run(async () => {
    const [run] = await store.db.select().from(runs).where(eq(runs.id, id))
    if (!run) throw new InputError('', `there is no run ${id}`)
    const done = await store.db
      .select()
      .from(steps)
      .where(eq(steps.runId, id))
      .orderBy(asc(steps.position))
    return { ...run, steps: done }
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
