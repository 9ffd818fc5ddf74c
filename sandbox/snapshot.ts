import { collectionOf } from './edits.ts'
import type { Kind, Records } from './records.ts'
import { createRandom } from './random.ts'
import { scaled, seedStore } from './seed/index.ts'
import { emptyStore, type Store } from './store.ts'

export const kinds = ['deal', 'person', 'organization', 'activity', 'lead'] as const

const format = 'pipedrive-sandbox-1'

/** What is kept of an account: its records. What nobody can change comes from the seed again. */
export interface Snapshot {
  readonly format: typeof format
  /** Where the source of new ids stands. */
  readonly random: number
  readonly records: { readonly [K in Kind]: readonly object[] }
}

/** It can't be restored; nothing of it has been used. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

export const takeSnapshot = (store: Store): Snapshot => ({
  format,
  random: store.random.state(),
  records: {
    deal: store.deals.all(),
    person: store.persons.all(),
    organization: store.organizations.all(),
    activity: store.activities.all(),
    lead: store.leads.all(),
  },
})

/** The account as it was. Throws a `SnapshotError` where a record lacks something. */
export const restoreSnapshot = (snapshot: unknown, seed: number, now: number): Store => {
  const { format: given, random, records } = membersOf(snapshot)
  if (given !== format) throw new SnapshotError(`its format is ${String(given)}, not ${format}`)
  if (typeof random !== 'number') throw new SnapshotError('random is not a number')
  const pattern = seedStore(seed, scaled(1), now)
  const store = emptyStore({ ...pattern, random: createRandom(random) })
  for (const kind of kinds) fill(store, pattern, kind, membersOf(records)[kind])
  return store
}

const fill = <K extends Kind>(store: Store, pattern: Store, kind: K, rows: unknown) => {
  if (!Array.isArray(rows)) throw new SnapshotError(`there are no records of the kind ${kind}`)
  const [example] = collectionOf(pattern, kind).all()
  const keys = Object.keys(example ?? {})
  const collection = collectionOf(store, kind)
  rows.forEach((row: unknown, index) => {
    const members = membersOf(row)
    const missing = keys.filter(key => !Object.hasOwn(members, key))
    if (missing.length > 0 || typeof members['id'] !== typeof example?.id)
      throw new SnapshotError(`${kind} ${index} lacks ${missing.join(', ') || 'an id'}`)
    collection.set(row as Records[K])
  })
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
