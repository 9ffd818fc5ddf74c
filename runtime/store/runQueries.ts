import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  lt,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { InputError } from '../../definitions/index.ts'
import type { ErrorInfo } from '../../engine/index.ts'
import { events, journals } from './archive.ts'
import type { Store } from './open.ts'
import { unpackRun } from './packRun.ts'
import { runs, steps, workflows, type Run, type RunState, type RunStep } from './schema.ts'

/** Names the error of a run that was stopped by hand, which is stored as failed. */
export const cancelledName = 'Cancelled'
/** Names the reasons why an event was not run, which is stored as failed too. */
export const skippedNames = { superseded: 'Superseded', loop: 'Loop' } as const

/** What has become of a run: those that are stored as failed need not have failed. */
export type ShownState = RunState | 'cancelled' | 'skipped'

/** In the order in which they are named. */
export const shownStates = [
  'waiting',
  'running',
  'done',
  'failed',
  'skipped',
  'cancelled',
  'parked',
  'dead',
] as const satisfies readonly ShownState[]

export const shownState = ({ state, error }: Pick<Run, 'state' | 'error'>): ShownState => {
  if (state !== 'failed') return state
  if (error?.name === cancelledName) return 'cancelled'
  return isSkipped({ error }) ? 'skipped' : 'failed'
}

const names: Readonly<Record<'cancelled' | 'skipped', readonly string[]>> = {
  cancelled: [cancelledName],
  skipped: Object.values(skippedNames),
}

/** What keeps a workflow from running an event that it has caused itself. */
export const loopIn = ({ state, error }: Pick<Run, 'state' | 'error'>): ErrorInfo | undefined =>
  state === 'failed' && error?.name === skippedNames.loop ? error : undefined

/** Also of one that a person has let go on. */
export const isSkipped = ({ error }: Pick<Run, 'error'>): boolean =>
  error !== null && names.skipped.includes(error.name)

export interface RunQuery {
  readonly workflow?: string
  readonly states?: readonly ShownState[]
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
const readable = sql`CASE WHEN json_valid(${runs.error}) THEN json_extract(${runs.error}, '$.name') END`
const errorName = sql`coalesce(${readable}, '')`

const inState = (state: ShownState): SQL | undefined => {
  if (state === 'cancelled' || state === 'skipped')
    return and(eq(runs.state, 'failed'), inArray(errorName, [...names[state]]))
  return state === 'failed'
    ? and(eq(runs.state, state), notInArray(errorName, Object.values(names).flat()))
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
