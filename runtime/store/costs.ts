import { and, desc, eq, gte, inArray, isNotNull, min, count } from 'drizzle-orm'
import type { RequestRecord } from '../../engine/index.ts'
import type { Store } from './open.ts'
import { runs, steps } from './schema.ts'

export interface StepRun {
  readonly name: string
  readonly operation: string
  readonly requests: readonly RequestRecord[]
}

/** What the steps of the last runs in an account have sent, for those that are done. */
export const lastStepRuns = (
  store: Store,
  workflow: string,
  connectionId: string,
  maxRuns = 50,
): Promise<readonly StepRun[]> =>
  store.run(() => {
    const last = store.db
      .select({ id: runs.id })
      .from(runs)
      .where(and(eq(runs.workflow, workflow), eq(runs.connectionId, connectionId)))
      .orderBy(desc(runs.id))
      .limit(maxRuns)
    return store.db
      .select({ name: steps.name, operation: steps.operation, requests: steps.requests })
      .from(steps)
      .where(and(inArray(steps.runId, last), eq(steps.state, 'done')))
  })

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
