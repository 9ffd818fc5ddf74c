import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm'
import { InputError } from '../../definitions/index.ts'
import type { Store } from './open.ts'
import { runs, steps, type Run, type RunState, type RunStep } from './schema.ts'

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
