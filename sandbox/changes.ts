import { isDeepStrictEqual } from 'node:util'
import type { Row as AnyRow, Collection } from './collection.ts'
import type { Kind, Records } from './records.ts'
import type { Store } from './store.ts'
import { milliseconds, oneDay, seconds } from './time.ts'
import type { Change, Origin } from './webhooks/types.ts'
import type { Account } from './account.ts'

type Row<K extends Kind> = Records[K]

const stamp = (kind: Kind, time: number) => (kind === 'lead' ? milliseconds(time) : seconds(time))

/** Deleted records can be seen for 30 days, then they are gone for good. */
export const isRemembered = (row: Row<Kind>, now: number) =>
  row.deleted_at !== null && now - row.deleted_at < 30 * oneDay

export const collectionOf = <K extends Kind>(store: Store, kind: K): Collection<Records[K]> => {
  const collections: { readonly [P in Kind]: Collection<Records[P]> } = {
    deal: store.deals,
    person: store.persons,
    organization: store.organizations,
    activity: store.activities,
    lead: store.leads,
    product: store.products,
  }
  return collections[kind]
}

const publish = <K extends Kind>(
  account: Account,
  kind: K,
  before: Row<K> | undefined,
  after: Row<K> | undefined,
  origin: Origin,
  merged?: Change['merged'],
) => {
  if (kind !== 'product')
    account.webhooks.publish({
      kind,
      before,
      after,
      ...origin,
      ...(merged && { merged }),
    } as Change)
  account.onChange(kind)
}

/** Stores what is no record and no webhook tells of, such as a stage or a note. */
export const setRow = <R extends AnyRow>(account: Account, rows: Collection<R>, row: R) => {
  rows.set(row)
  account.onChange('other')
  return row
}
export const removeRow = <R extends AnyRow>(account: Account, rows: Collection<R>, { id }: R) => {
  rows.remove(id)
  account.onChange('other')
}

export const insert = <K extends Kind>(account: Account, kind: K, row: Row<K>, origin: Origin) => {
  collectionOf(account.store, kind).set(row)
  publish(account, kind, undefined, row, origin)
  return row
}

/** Stores and announces `after`, unless nothing in it differs. */
export const update = <K extends Kind>(
  account: Account,
  kind: K,
  before: Row<K>,
  after: Row<K>,
  origin: Origin,
  merged?: Change['merged'],
) => {
  if (isDeepStrictEqual(before, after)) return before
  const row = { ...after, update_time: stamp(kind, account.clock.now()) }
  collectionOf(account.store, kind).set(row)
  publish(account, kind, before, row, origin, merged)
  return row
}

export const softDelete = <K extends Kind>(
  account: Account,
  kind: K,
  before: Row<K>,
  origin: Origin,
  merged?: Change['merged'],
) => {
  const now = account.clock.now()
  const row = { ...before, is_deleted: true, deleted_at: now, update_time: stamp(kind, now) }
  collectionOf(account.store, kind).set(row)
  publish(account, kind, before, undefined, origin, merged)
  return row
}

/** Brings a deleted record back; to the outside it is a new one. */
export const restore = <K extends Kind>(
  account: Account,
  kind: K,
  before: Row<K>,
  origin: Origin,
) => insert(account, kind, { ...before, is_deleted: false, deleted_at: null }, origin)
