import { and, asc, count, desc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import { InputError } from '../../definitions/index.ts'
import type { Store } from './open.ts'
import { unpackRun } from './packRun.ts'
import {
  events,
  journals,
  runs,
  steps,
  workflows,
  type Run,
  type RunState,
  type RunStep,
} from './schema.ts'

/** Names the error of a run that was stopped by hand, which is stored as failed. */
export const cancelledName = 'Cancelled'

export interface RunQuery {
  readonly workflow?: string
  /** `cancelled` are those failed runs whose error has that name; `failed` are the others. */
  readonly states?: readonly (RunState | 'cancelled')[]
  /** Text in the event or in the error. */
  readonly search?: string
  /** When they were received: milliseconds since 1970, the first included, the second not. */
  readonly from?: number
  readonly to?: number
  /** Only runs of this connection. */
  readonly connectionId?: string
  /** Only runs of workflows that are drawn, and not of files. */
  readonly drawn?: boolean
  readonly kind?: 'event' | 'manual'
  readonly before?: number
  readonly limit?: number
}

/** Newest first. */
export const listRuns = (store: Store, query: RunQuery = {}): Promise<readonly Run[]> =>
  store.run(() =>
    store.db
      .select()
      .from(runs)
      .where(conditions(store, query))
      .orderBy(desc(runs.id))
      .limit(query.limit ?? 50),
  )

export const countRuns = (store: Store, query: RunQuery): Promise<number> =>
  store.run(async () => {
    const found = store.db.select({ total: count() }).from(runs).where(conditions(store, query))
    return (await found)[0]?.total ?? 0
  })

const conditions = (store: Store, query: RunQuery): SQL | undefined => {
  const { workflow, states, search, from, to, connectionId, drawn, kind, before } = query
  const ofDrawn = store.db.select({ id: workflows.id }).from(workflows)
  return and(
    workflow === undefined ? undefined : eq(runs.workflow, workflow),
    states && or(...states.map(inState)),
    search ? or(contains(runs.event, search), contains(runs.error, search)) : undefined,
    from === undefined ? undefined : gte(runs.receivedAt, from),
    to === undefined ? undefined : lt(runs.receivedAt, to),
    connectionId === undefined ? undefined : eq(runs.connectionId, connectionId),
    drawn ? inArray(runs.workflow, ofDrawn) : undefined,
    kind && sql`${runs.eventId} IS ${kind === 'event' ? sql`NOT NULL` : sql`NULL`}`,
    before === undefined ? undefined : lt(runs.id, before),
  )
}

/** Of what is damaged, SQLite's functions read nothing, but fail for all rows. */
const errorName = sql`CASE WHEN json_valid(${runs.error}) THEN json_extract(${runs.error}, '$.name') END`
const isCancelled = sql`coalesce(${errorName}, '') = ${cancelledName}`

const inState = (state: RunState | 'cancelled'): SQL | undefined => {
  if (state === 'cancelled') return and(eq(runs.state, 'failed'), isCancelled)
  return state === 'failed'
    ? and(eq(runs.state, state), sql`NOT ${isCancelled}`)
    : eq(runs.state, state)
}

/** The columns hold JSON, in which some characters are written in another way. */
const contains = (column: typeof runs.event | typeof runs.error, text: string): SQL => {
  const written = JSON.stringify(text).slice(1, -1)
  const pattern = `%${written.replace(/[\\%_]/g, '\\$&')}%`
  return sql`${column} LIKE ${pattern} ESCAPE '\\'`
}

/** One run and its steps. Throws an `InputError` where there is none. */
export const runOf = (
  store: Store,
  id: number,
): Promise<Run & { readonly steps: readonly RunStep[] }> =>
  store.run(async () => {
    const [run] = await store.db.select().from(runs).where(eq(runs.id, id))
    if (!run) throw new InputError('', `there is no run ${id}`)
    const [journal] = await store.db.select().from(journals).where(eq(journals.runId, id))
    if (journal) return { ...run, ...(await unpackRun(journal.packed)) }
    const done = await store.db
      .select()
      .from(steps)
      .where(eq(steps.runId, id))
      .orderBy(asc(steps.position))
    const [kept] = await store.db.select().from(events).where(eq(events.runId, id))
    return { ...run, ...(kept && { event: kept.event }), steps: done }
  })

/** Throws an `InputError` while it is under way. */
export const deleteRun = (store: Store, id: number): Promise<void> =>
  store.run(async () => {
    const ended = and(eq(runs.id, id), sql`${runs.state} <> 'running'`)
    const { rowsAffected } = await store.db.delete(runs).where(ended)
    if (rowsAffected === 0) throw new InputError('', `run ${id} is under way, or there is none`)
  })
