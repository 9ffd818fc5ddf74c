import {
  boolean,
  integer,
  member,
  object,
  pageGuard,
  type Exchange,
  type OutputOf,
  type Property,
  type Query,
} from '../definitions/index.ts'
import { page } from './pages.ts'

const Hit = object({
  properties: {
    item: object({
      required: true,
      properties: { id: integer({ required: true }), is_archived: boolean() },
    }),
  },
})

/** The ids that a search finds, of archived records or of the others. */
export function* searchedIds(
  path: `/${string}`,
  query: Query,
  isArchived = false,
): Exchange<readonly number[]> {
  const ids: number[] = []
  const guard = pageGuard()
  let cursor: string | undefined
  do {
    const hits = yield* page(`${path}/search`, { query, row: Hit, cursor })
    guard(hits)
    for (const { item } of hits.rows)
      if ((item.is_archived === true) === isArchived) ids.push(item.id)
    cursor = hits.next
  } while (cursor !== undefined)
  return ids
}

/** As long as Pipedrive's index may lag behind. */
const lagMs = 120_000
const rowsPerPage = 100

/** Rows that searches may not find yet: a page at least, the newest or those changed last. */
export function* notIndexed<const Row extends Property>(
  path: `/${string}`,
  row: Row,
  by: 'id' | 'update_time',
  query: Query = {},
): Exchange<readonly OutputOf<Row>[]> {
  const newestFirst = { ...query, sort_by: by, sort_direction: 'desc' }
  const time = by === 'id' ? 'add_time' : by
  const rows: OutputOf<Row>[] = []
  const guard = pageGuard()
  let cursor: string | undefined
  do {
    const newest = yield* page(path, { limit: rowsPerPage, cursor, query: newestFirst, row })
    guard(newest)
    rows.push(...newest.rows)
    const since = Date.parse(newest.date ?? '') - lagMs
    const isYoung = newest.rows.every(one => Date.parse(String(member(one, time))) >= since)
    cursor = isYoung ? newest.next : undefined
  } while (cursor !== undefined)
  return rows
}
