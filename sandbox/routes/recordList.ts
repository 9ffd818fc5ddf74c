import { isRemembered } from '../changes.ts'
import type { Readable, V2Kind } from '../entities/entity.ts'
import { notFound } from '../errors.ts'
import { matches } from '../filters.ts'
import { filterTypes } from '../lookups.ts'
import { comparing, paging, takePage } from '../paging.ts'
import type { Query, QuerySpec } from '../query.ts'
import * as q from '../query.ts'
import type { Kind, Records } from '../records.ts'
import type { Store } from '../store.ts'
import type { Account } from '../account.ts'

export const viewing = <K extends V2Kind>(entity: Readable<K>) => ({
  include_fields: q.csvOf(entity.optional),
  ...(entity.custom && {
    custom_fields: q.csv(15),
    include_option_labels: q.boolean,
    include_labels: q.boolean,
  }),
})

export const listing = <K extends V2Kind>(entity: Readable<K>) => ({
  filter_id: q.integer,
  ids: q.ids,
  ...entity.narrowing,
  updated_since: q.time,
  updated_until: q.time,
  sort_by: q.oneOf(entity.sortable),
  sort_direction: q.oneOf(['asc', 'desc']),
  ...viewing(entity),
  ...paging,
})
type ListQuery = Query<ReturnType<typeof listing>> & Query<QuerySpec>

type Keep<R> = (row: R) => boolean

export const filterBy = (store: Store, kind: Kind, id: number): Keep<Records[Kind]> => {
  const filter = store.filters.get(id)
  if (!filter?.active_flag || filterTypes[filter.type] !== kind) throw notFound('Filter')
  return row => matches(filter, row)
}

const dealStatus = (row: Records[V2Kind]) => ('status' in row ? row.status : undefined)

/** `status` may name deleted deals, which no other list shows. */
const byStatus = (statuses: unknown, now: number): Keep<Records[V2Kind]> => {
  if (!Array.isArray(statuses)) return row => !row.is_deleted
  return row =>
    row.is_deleted
      ? statuses.includes('deleted') && isRemembered(row, now)
      : statuses.includes(dealStatus(row))
}

const narrowed = <K extends V2Kind>(
  account: Account,
  entity: Readable<K>,
  query: ListQuery,
): Keep<Records[K]> => {
  const { store, clock } = account
  if (query.filter_id !== undefined) {
    const filter = filterBy(store, entity.kind, query.filter_id)
    return row => !row.is_deleted && filter(row)
  }
  const status = byStatus(query['status'], clock.now())
  const wanted = entity.equal.filter(name => query[name] !== undefined)
  const deal_id = entity.kind === 'person' ? query['deal_id'] : undefined
  const ofDeal = typeof deal_id === 'number' ? store.deals.get(deal_id)?.person_id : undefined
  const done = query['done']
  return row =>
    status(row) &&
    wanted.every(name => Object.is(row[name], query[name])) &&
    (deal_id === undefined || row.id === ofDeal) &&
    (done === undefined || ('done' in row && row.done === done))
}

const inTime = ({ updated_since, updated_until }: ListQuery): Keep<Records[Kind]> => {
  if (updated_since === undefined && updated_until === undefined) return () => true
  return row => {
    const time = Date.parse(row.update_time ?? row.add_time)
    return time >= (updated_since ?? -Infinity) && time < (updated_until ?? Infinity)
  }
}

const keyOf = <K extends V2Kind>(sort_by: string | undefined) => {
  return (row: Records[K]): string | number => {
    if (sort_by === 'add_time') return row.add_time
    if (sort_by === 'update_time') return row.update_time ?? ''
    if (sort_by === 'name') return 'name' in row ? row.name : ''
    if (sort_by === 'due_date') return 'due_date' in row ? (row.due_date ?? '') : ''
    return row.id
  }
}

/** The fewest rows that can hold the answer, in order. */
const candidates = <K extends V2Kind>(
  store: Store,
  entity: Readable<K>,
  query: ListQuery,
  compare: (a: Records[K], b: Records[K]) => number,
) => {
  const collection = entity.collection(store)
  if (query.filter_id === undefined) {
    if (query.ids) {
      const rows = [...new Set(query.ids)].map(id => collection.get(id))
      return rows.filter(row => row !== undefined).sort(compare)
    }
    const key = entity.equal.find(name => query[name] !== undefined)
    if (key) return [...collection.by(key, query[key])].sort(compare)
  }
  if ((query.sort_by ?? 'id') === 'id' && query.sort_direction !== 'desc') return collection.all()
  return collection.sorted(`${query.sort_by} ${query.sort_direction}`, compare)
}

export const listRecords = <K extends V2Kind>(
  account: Account,
  entity: Readable<K>,
  query: ListQuery,
  { archived, mark }: { readonly archived: boolean | undefined; readonly mark: string },
) => {
  const key = keyOf<K>(query.sort_by)
  const descending = query.sort_direction === 'desc'
  const keeps: readonly Keep<Records[K]>[] = [
    narrowed(account, entity, query),
    inTime(query),
    row => archived === undefined || ('is_archived' in row && row.is_archived === archived),
  ]
  return takePage({
    rows: candidates(account.store, entity, query, comparing(key, descending)),
    key,
    descending,
    keep: row => keeps.every(keep => keep(row)),
    limit: query.limit,
    cursor: query.cursor,
    mark,
  })
}
