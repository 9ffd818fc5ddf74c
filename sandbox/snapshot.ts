import type { Row } from './collection.ts'
import { collectionOf } from './changes.ts'
import type { Kind, Records } from './records.ts'
import { createRandom } from './random.ts'
import { scaled, seedStore } from './seed/index.ts'
import { emptyStore, tablesOf, type Store } from './store.ts'

export const kinds = ['deal', 'person', 'organization', 'activity', 'lead', 'product'] as const

const format = 'pipedrive-sandbox-2'
/** An earlier format with records only; the rest comes from the seed. */
const olderFormat = 'pipedrive-sandbox-1'

/** Everything of an account that can change; the rest comes from the seed again. */
export interface Snapshot {
  readonly format: typeof format
  /** Where the source of new ids stands. */
  readonly random: number
  readonly records: { readonly [K in Kind]: readonly object[] }
  /** Everything else, such as stages, fields and notes, with the last id that each has given. */
  readonly tables: Readonly<Record<string, { readonly lastId: number; readonly rows: object[] }>>
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
    product: store.products.all(),
  },
  tables: Object.fromEntries(
    Object.entries(tablesOf(store)).map(([name, table]) => [
      name,
      { lastId: table.nextId() - 1, rows: [...table.all()] },
    ]),
  ),
})

/** The account as it was. Throws a `SnapshotError` where a record lacks something. */
export const restoreSnapshot = (snapshot: unknown, seed: number, now: number): Store => {
  const { format: given, random, records, tables } = membersOf(snapshot)
  if (given !== format && given !== olderFormat)
    throw new SnapshotError(`its format is ${String(given)}, not ${format}`)
  if (typeof random !== 'number') throw new SnapshotError('random is not a number')
  const pattern = seedStore(seed, scaled(1), now)
  const store = emptyStore({ ...pattern, random: createRandom(random) })
  const kept = {
    ...(given === olderFormat && { product: pattern.products.all() }),
    ...membersOf(records),
  }
  for (const kind of kinds) fill(store, pattern, kind, membersOf(kept)[kind])
  for (const [name, table] of Object.entries(tablesOf(store))) {
    const { lastId, rows } = membersOf(membersOf(tables)[name])
    if (rows !== undefined) table.replace(rowsIn(name, table.all(), rows), Number(lastId))
  }
  return store
}

/** Refuses rows that lack a member of those of the seed. */
const rowsIn = (name: string, examples: readonly Row[], rows: unknown): readonly Row[] => {
  if (!Array.isArray(rows)) throw new SnapshotError(`the rows of ${name} are missing`)
  const [example] = examples
  return rows.map((row: unknown, index) => {
    const members = membersOf(row)
    const missing = Object.keys(example ?? { id: 0 }).filter(key => !Object.hasOwn(members, key))
    if (missing.length > 0) throw new SnapshotError(`${name} ${index} lacks ${missing.join(', ')}`)
    return row as Row
  })
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
