import { randomUUID } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Store } from './open.ts'
import { runs, versions, workflows, type ActiveVersion } from './schema.ts'

export type StoredWorkflow = typeof workflows.$inferSelect

/** The one that was changed last comes first. */
export const listWorkflows = (store: Store): Promise<readonly StoredWorkflow[]> =>
  store.run(() => store.db.select().from(workflows).orderBy(desc(workflows.updatedAt)))

export const workflowWithId = (store: Store, id: string): Promise<StoredWorkflow | undefined> =>
  store.run(async () => (await store.db.select().from(workflows).where(eq(workflows.id, id)))[0])

export const addWorkflow = (
  store: Store,
  definition: unknown,
  connectionId: string | null,
): Promise<StoredWorkflow> =>
  store.run(async () => {
    const row = { definition, connectionId, samples: {}, version: 1, updatedAt: store.now() }
    const workflow = { id: randomUUID(), ...row, sampleConnections: {}, active: null }
    await store.db.insert(workflows).values(workflow)
    return workflow
  })

/** False if it has been changed since that version, or is gone; nothing is written then. */
export const changeWorkflow = (
  store: Store,
  { id, version }: Pick<StoredWorkflow, 'id' | 'version'>,
  change: Pick<StoredWorkflow, 'definition' | 'connectionId'>,
): Promise<boolean> =>
  store.run(async () => {
    const { rowsAffected } = await store.db
      .update(workflows)
      .set({ ...change, version: version + 1, updatedAt: store.now() })
      .where(and(eq(workflows.id, id), eq(workflows.version, version)))
    return rowsAffected === 1
  })

/** Its runs, and the versions that they ran, go with it. */
export const removeWorkflow = (store: Store, id: string): Promise<void> =>
  store.run(async () => {
    await store.db.batch([
      store.db.delete(workflows).where(eq(workflows.id, id)),
      store.db.delete(runs).where(eq(runs.workflow, id)),
      store.db.delete(versions).where(eq(versions.workflow, id)),
    ])
  })

/** Turns a workflow on, or off with null. That is no change of what was drawn. */
export const setActive = (store: Store, id: string, active: ActiveVersion | null): Promise<void> =>
  store.run(
    async () => void (await store.db.update(workflows).set({ active }).where(eq(workflows.id, id))),
  )

/** Keeps what a node has put out. In one statement, as several may be tested at the same time. */
export const saveSample = (
  store: Store,
  id: string,
  node: string,
  output: unknown,
  connectionId: string,
): Promise<void> =>
  store.run(async () => {
    const at = `$."${node}"`
    const value = JSON.stringify(output ?? null)
    const samples = sql`json_set(${whole(workflows.samples)}, ${at}, json(${value}))`
    const connections = whole(workflows.sampleConnections)
    const sampleConnections = sql`json_set(${connections}, ${at}, ${connectionId})`
    await store.db.update(workflows).set({ samples, sampleConnections }).where(eq(workflows.id, id))
  })

/** What is damaged begins anew. */
const whole = (column: AnySQLiteColumn) =>
  sql`CASE WHEN json_valid(${column}) THEN ${column} ELSE '{}' END`
