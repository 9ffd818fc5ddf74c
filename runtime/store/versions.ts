import { and, asc, eq } from 'drizzle-orm'
import type { Store } from './open.ts'
import { attempts, versions } from './schema.ts'

export type Attempt = typeof attempts.$inferSelect

/** Keeps a workflow as it is about to run, so that its runs can be explained later. */
export const keepVersion = (
  store: Store,
  workflow: string,
  version: number,
  definition: unknown,
): Promise<void> =>
  store.run(async () => {
    await store.db.insert(versions).values({ workflow, version, definition }).onConflictDoNothing()
  })

/** The workflow as it was at this version; undefined where that has not run. */
export const versionOf = (store: Store, workflow: string, version: number): Promise<unknown> =>
  store.run(async () => {
    const [row] = await store.db
      .select()
      .from(versions)
      .where(and(eq(versions.workflow, workflow), eq(versions.version, version)))
    return row?.definition
  })

/** In the order in which they were made. */
export const attemptsOf = (store: Store, runId: number): Promise<readonly Attempt[]> =>
  store.run(() =>
    store.db.select().from(attempts).where(eq(attempts.runId, runId)).orderBy(asc(attempts.number)),
  )
