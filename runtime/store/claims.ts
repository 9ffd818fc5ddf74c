import { and, asc, eq, gt, inArray, lte, or } from 'drizzle-orm'
import type { Store } from './open.ts'
import { isNext } from './recordOrder.ts'
import { runs, type Run } from './schema.ts'

/** No pause between two attempts is longer, in milliseconds. */
export const maxPauseMs = 15 * 60_000

/** All runs when absent. */
type Ids = readonly number[] | undefined
const among = (ids: Ids) => ids && inArray(runs.id, [...ids])

/** A pause that begins in the future, or is longer than any, comes from a clock that was wrong. */
const isDue = (now: number) =>
  or(lte(runs.dueAt, now), gt(runs.pausedAt, now), gt(runs.dueAt, now + maxPauseMs))

/** Takes runs that are due, oldest first. */
export const claimRuns = (
  store: Store,
  workflow: string,
  limit: number,
  { version, only }: { readonly version?: number | undefined; readonly only?: Ids } = {},
): Promise<readonly Run[]> =>
  store.run(async () => {
    const due = store.db
      .select({ id: runs.id })
      .from(runs)
      .where(
        and(
          eq(runs.workflow, workflow),
          eq(runs.state, 'waiting'),
          among(only),
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
export const nextDue = (store: Store, workflow: string, only?: Ids): Promise<number | undefined> =>
  store.run(async () => {
    const [row] = await store.db
      .select({ at: runs.dueAt })
      .from(runs)
      .where(
        and(eq(runs.workflow, workflow), eq(runs.state, 'waiting'), among(only), isNext(store)),
      )
      .orderBy(asc(runs.dueAt))
      .limit(1)
    return row?.at
  })
