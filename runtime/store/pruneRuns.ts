import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray, isNull, lt, max, or } from 'drizzle-orm'
import { pruneChanges } from './changes.ts'
import type { Store } from './open.ts'
import { runs } from './schema.ts'
import { shrink } from './shrink.ts'

/** Older deliveries are ignored: their run may be deleted, so they can’t be told from repeats. */
export const maxEventAgeMs = 30 * 24 * 3_600_000
const maxEndedAgeMs = 2 * maxEventAgeMs
/** Runs that wait for a person’s decision stay longer. */
const maxStoppedAgeMs = 365 * 24 * 3_600_000

/** Deleting more in one statement would block the process for too long. */
const batchSize = 200

/** Milliseconds since 1970 of a workflow’s newest event, by the clock of the API. */
export const newestEventAt = (store: Store, workflow: string): Promise<number | undefined> =>
  store.run(async () => {
    const found = store.db.select({ at: max(runs.occurredAt) }).from(runs)
    const [newest] = await found.where(eq(runs.workflow, workflow))
    return newest?.at ?? undefined
  })

/**
 * Deletes ended runs of a workflow whose events are past `maxEventAgeMs`, and returns their space.
 * Age counts from the newest event if this machine’s clock is ahead of it, so that a wrong clock
 * deletes nothing.
 */
export const pruneRuns = async (store: Store, workflow: string): Promise<void> => {
  const now = Math.min(store.now(), (await newestEventAt(store, workflow)) ?? Infinity)
  const isOlder = (before: number) =>
    or(lt(runs.occurredAt, before), and(isNull(runs.occurredAt), lt(runs.receivedAt, before)))
  const isPast = or(
    and(inArray(runs.state, ['done', 'failed']), isOlder(now - maxEndedAgeMs)),
    and(inArray(runs.state, ['parked', 'dead']), isOlder(now - maxStoppedAgeMs)),
  )
  const past = store.db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.workflow, workflow), isPast))
    .limit(batchSize)
  await store.run(async () => {
    for (let total = 0; ;) {
      const { rowsAffected } = await store.db.delete(runs).where(inArray(runs.id, past))
      total += rowsAffected
      if (rowsAffected === batchSize) await setImmediate()
      else return total > 0 ? shrink(store) : undefined
    }
  })
  await pruneChanges(store)
}
