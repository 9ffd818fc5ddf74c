import type { Collection, Row } from './collection.ts'
import { collectionOf, softDelete, update } from './changes.ts'
import { notFound, refused } from './errors.ts'
import type { Records } from './records.ts'
import type { Store } from './store.ts'
import type { Origin } from './webhooks/types.ts'
import type { Account } from './account.ts'

export type Mergeable = 'deal' | 'person' | 'organization'

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The record that stays; its empty members are taken from the other. */
const filled = <R extends Records[Mergeable]>(kept: R, gone: R): R => {
  const added = Object.entries(gone).filter(
    ([key, value]) => isEmpty(Reflect.get(kept, key)) && !isEmpty(value) && key !== 'deleted_at',
  )
  return {
    ...kept,
    ...Object.fromEntries(added),
    custom_fields: { ...gone.custom_fields, ...kept.custom_fields },
    label_ids: [...new Set([...kept.label_ids, ...gone.label_ids])],
  }
}

const relink = <R extends Row>(rows: Collection<R>, key: keyof R, from: unknown, to: unknown) => {
  for (const row of rows.by(key, from)) rows.set({ ...row, [key]: to })
}

/** Links everything that belonged to one record to the other, without deliveries. */
const moveRelated = (store: Store, kind: Mergeable, from: number, to: number) => {
  const key = ({ deal: 'deal_id', person: 'person_id', organization: 'org_id' } as const)[kind]
  relink(store.activities, key, from, to)
  relink(store.notes, key, from, to)
  if (kind === 'deal') relink(store.dealProducts, 'deal_id', from, to)
  if (kind === 'person') {
    relink(store.deals, 'person_id', from, to)
    relink(store.leads, 'person_id', from, to)
  }
  if (kind === 'organization') {
    relink(store.deals, 'org_id', from, to)
    relink(store.persons, 'org_id', from, to)
    relink(store.leads, 'organization_id', from, to)
  }
}

/** Merges one record into another, which stays. */
export const mergeRecords = <K extends Mergeable>(
  account: Account,
  kind: K,
  { from, into }: { readonly from: number; readonly into: number },
  origin: Origin,
): Records[K] => {
  const collection = collectionOf(account.store, kind)
  const [gone, kept] = [collection.get(from), collection.get(into)]
  if (!gone || !kept || gone.is_deleted || kept.is_deleted) throw notFound('Record')
  if (from === into) throw refused('A record can not be merged with itself')
  softDelete(account, kind, gone, origin, { to: into })
  moveRelated(account.store, kind, from, into)
  return update(account, kind, kept, { ...filled(kept, gone), update_time: null }, origin, { from })
}
