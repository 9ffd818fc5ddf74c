import type { Store } from './open.ts'
import { listRuns, runOf } from './runQueries.ts'

const maxRuns = 20

/** What these steps have put out in the latest runs of the workflow, by their names. */
export const lastOutputs = async (
  store: Store,
  query: { readonly workflow: string; readonly connectionId: string },
  names: readonly string[],
): Promise<Readonly<Record<string, unknown>>> => {
  const found = new Map<string, unknown>()
  for (const { id } of await listRuns(store, { ...query, limit: maxRuns })) {
    if (names.every(name => found.has(name))) break
    for (const { name, state, output } of (await runOf(store, id)).steps)
      if (state === 'done' && names.includes(name) && !found.has(name)) found.set(name, output)
  }
  return Object.fromEntries(found)
}
