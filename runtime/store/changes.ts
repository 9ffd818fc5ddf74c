import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Change, WebhookEvent } from '../../definitions/index.ts'
import { anyJson } from './json.ts'
import type { Store } from './open.ts'
import { runs, type Run } from './schema.ts'

/** What runs have changed, to recognize the events of their own writes. */
export const changes = sqliteTable('changes', {
  runId: integer()
    .notNull()
    .references(() => runs.id, { onDelete: 'cascade' }),
  /** As `Change` has it. */
  record: text().notNull(),
  changedAt: integer(),
  correlationId: text(),
  values: anyJson('changed').$type<Readonly<Record<string, unknown>>>(),
  keptAt: integer().notNull(),
})

/** An event is delivered within minutes; clocks may have been set in between. */
const deliveredWithinMs = 15 * 60_000
/** Times of changes are told in whole seconds, and some answers come before the change is done. */
const toleranceMs = 2_000
/** Of one record, in that time. */
const maxChanges = 50

/**
 * The run whose write has caused an event, which is kept with the event's own run. Undefined where
 * the change was not made by a run.
 */
export const causeOf = (store: Store, run: Run, event: WebhookEvent): Promise<number | undefined> =>
  store.run(async () => {
    const told = store.component.changes?.toldBy(event)
    if (!told || run.connectionId === null) return undefined
    const recent = await store.db
      .select({ change: changes })
      .from(changes)
      .innerJoin(runs, eq(runs.id, changes.runId))
      .where(
        and(
          eq(changes.record, told.record),
          eq(runs.connectionId, run.connectionId),
          gte(changes.keptAt, run.receivedAt - deliveredWithinMs),
        ),
      )
      .orderBy(desc(changes.keptAt))
      .limit(maxChanges)
    const cause = recent.find(({ change }) => isSame(change, told))?.change.runId
    if (cause !== undefined)
      await store.db.update(runs).set({ causedBy: cause }).where(eq(runs.id, run.id))
    return cause
  })

type Kept = Pick<typeof changes.$inferSelect, 'changedAt' | 'correlationId' | 'values'>

/** What one of them does not tell makes no difference. */
const isSame = (kept: Kept, told: Change): boolean => {
  if (kept.correlationId !== null && kept.correlationId === told.correlationId) return true
  const apartMs = Math.abs((kept.changedAt ?? Number.NaN) - (told.changedAt ?? Number.NaN))
  return !(apartMs > toleranceMs) && haveCommon(kept.values ?? undefined, told.values)
}

/** Whether something that has changed was written so. A write that changes nothing has no event. */
const haveCommon = (written: Change['values'], changed: Change['values']): boolean =>
  !written ||
  !changed ||
  Object.entries(changed).some(
    ([key, value]) =>
      Object.hasOwn(written, key) &&
      (isPlain(value) && isPlain(written[key]) ? String(value) === String(written[key]) : true),
  )

const isPlain = (value: unknown) => typeof value !== 'object' || value === null

/** How often the workflow of a run has been run before in the chain of causes that led to it. */
export const timesInChain = (store: Store, { id, workflow }: Run): Promise<number> =>
  store.run(async () => {
    const { rows } = await store.db.run(sql`
      WITH RECURSIVE chain(id, workflow, causedBy) AS (
        SELECT id, workflow, causedBy FROM ${runs} WHERE id = ${id}
        UNION
        SELECT cause.id, cause.workflow, cause.causedBy
        FROM chain JOIN ${runs} AS cause ON cause.id = chain.causedBy
      )
      SELECT count(*) - 1 AS times FROM chain WHERE workflow = ${workflow}`)
    return Number(rows[0]?.['times'])
  })

/** Deletes what can’t have caused an event any more. */
export const pruneChanges = (store: Store): Promise<void> =>
  store.run(async () => {
    const before = store.now() - 4 * deliveredWithinMs
    await store.db.delete(changes).where(lt(changes.keptAt, before))
  })
