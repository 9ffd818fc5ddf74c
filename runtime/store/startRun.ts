import { sql } from 'drizzle-orm'
import type { Store } from './open.ts'
import { runs, type Run } from './schema.ts'

/** A run to be begun. */
export const unstarted = (now: number, state: 'waiting' | 'running') => ({
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
