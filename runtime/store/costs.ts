import { and, count, eq, gte, isNotNull, min } from 'drizzle-orm'
import type { RequestRecord } from '../../engine/index.ts'
import type { Store } from './open.ts'
import { listRuns, runOf } from './runQueries.ts'
import { runs } from './schema.ts'

export interface StepRun {
  readonly name: string
  readonly operation: string
  readonly requests: readonly RequestRecord[]
}

/** What the steps of the last runs in an account have sent, for those that are done. */
export const lastStepRuns = async (
  store: Store,
  workflow: string,
  connectionId: string,
  maxRuns = 20,
): Promise<readonly StepRun[]> => {
  const last = await listRuns(store, { workflow, connectionId, limit: maxRuns })
  const all = await Promise.all(last.map(({ id }) => runOf(store, id)))
  return all.flatMap(({ steps }) => steps).filter(({ state }) => state === 'done')
}

/** How many events have come since a time, and when the first of them did. */
export const eventsSince = (
  store: Store,
  workflow: string,
  from: number,
): Promise<{ readonly events: number; readonly firstAt: number | null }> =>
  store.run(async () => {
    const [found] = await store.db
      .select({ events: count(), firstAt: min(runs.receivedAt) })
      .from(runs)
      .where(and(eq(runs.workflow, workflow), isNotNull(runs.eventId), gte(runs.receivedAt, from)))
    return found ?? { events: 0, firstAt: null }
  })
