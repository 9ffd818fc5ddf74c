import { and, eq, sql } from 'drizzle-orm'
import { InputError } from '../../definitions/index.ts'
import type { ErrorInfo } from '../../engine/index.ts'
import type { Store } from './open.ts'
import { packRun } from './packRun.ts'
import { runOf } from './runQueries.ts'
import { dueNow } from './runs.ts'
import { events, journals } from './archive.ts'
import { attempts, runs, steps, type Run, type RunState } from './schema.ts'

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
    const packing = end.state === 'done' ? await packingOf(store, id) : []
    const startedAt = sql`coalesce(${runs.startedAt}, ${runs.receivedAt})`
    const set = {
      ...end,
      ...(end.dueAt !== undefined && { pausedAt: now }),
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
      ...packing,
    ])
    if (!run) throw new InputError('', `there is no run ${id}`)
    return run
  })

/** Packs what is done, in the same transaction. */
const packingOf = async (store: Store, id: number) => {
  const { event, steps: taken } = await runOf(store, id)
  const packed = await packRun({ event, steps: taken })
  return [
    store.db.insert(journals).values({ runId: id, packed }),
    store.db.delete(events).where(eq(events.runId, id)),
    store.db.delete(steps).where(eq(steps.runId, id)),
  ]
}

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
    const again = { state: 'waiting', attempts: 0, endedAt: null, ...dueNow(store) } as const
    await store.db.update(runs).set(again).where(eq(runs.id, id))
  })
}
