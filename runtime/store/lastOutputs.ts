import { and, desc, eq } from 'drizzle-orm'
import type { Store } from './open.ts'
import { runs, steps } from './schema.ts'

/** What these steps have put out last in a run of the workflow, by their names. */
export const lastOutputs = async (
  store: Store,
  { workflow, connectionId }: { readonly workflow: string; readonly connectionId: string },
  names: readonly string[],
): Promise<Readonly<Record<string, unknown>>> => {
  const lastOf = (name: string) =>
    store.run(() =>
      store.db
        .select({ output: steps.output })
        .from(steps)
        .innerJoin(runs, eq(runs.id, steps.runId))
        .where(
          and(
            eq(runs.workflow, workflow),
            eq(runs.connectionId, connectionId),
            eq(steps.name, name),
            eq(steps.state, 'done'),
          ),
        )
        .orderBy(desc(runs.id))
        .limit(1),
    )
  const found = await Promise.all(
    names.map(async name => (await lastOf(name)).map(({ output }) => [name, output] as const)),
  )
  return Object.fromEntries(found.flat())
}
