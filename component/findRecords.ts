import {
  all,
  boolean,
  integer,
  member,
  object,
  pageGuard,
  type Exchange,
  type OutputOf,
  type Query,
} from '../definitions/index.ts'
import type { FindBy } from './findBy.ts'
import { recordsById } from './linkedRecords.ts'
import { page } from './pages.ts'
import type { FoundRecord, FoundType } from './recordTypes.ts'

const Hit = object({
  properties: {
    item: object({
      required: true,
      properties: { id: integer({ required: true }), is_archived: boolean() },
    }),
  },
})

/**
 * The records that match, in the order of their ids. Pipedrive searches an index that lags behind:
 * where it finds nothing, the newest records are looked at too.
 */
export function* findRecords<Raw extends FoundRecord, Row>(
  type: FoundType<Raw, Row>,
  by: FindBy,
): Exchange<readonly OutputOf<Raw>[]> {
  const ids = yield* searched(type, by)
  const records = [...(yield* recordsById(type.path, type.record, ids, {})).values()]
  const found = records.filter(by.matches)
  if (found.length > 0) return byId(found)
  return yield* amongNewest(type, by)
}

/** Deals that are archived can’t be changed, and count as gone. */
function* searched<Raw extends FoundRecord, Row>(
  { path }: FoundType<Raw, Row>,
  { value, spellings = [], fields }: FindBy,
): Exchange<readonly number[]> {
  const terms = [...new Set([value, ...spellings])].filter(term => term !== '')
  const hits = yield* all(terms.map(term => hitsOf(path, { term, fields, exact_match: true })))
  return hits.flat().flatMap(({ item }) => (item.is_archived === true ? [] : [item.id]))
}

function* hitsOf(path: `/${string}`, query: Query): Exchange<readonly OutputOf<typeof Hit>[]> {
  const rows: OutputOf<typeof Hit>[] = []
  const guard = pageGuard()
  let cursor: string | undefined
  do {
    const hits = yield* page(`${path}/search`, { query, row: Hit, cursor })
    guard(hits)
    rows.push(...hits.rows)
    cursor = hits.next
  } while (cursor !== undefined)
  return rows
}

/** As long as the index may lag behind. */
const lagMs = 120_000
const newestPerPage = 100

/** At least a page of the newest records, and all that are younger than the index. */
function* amongNewest<Raw extends FoundRecord, Row>(
  { path, record }: FoundType<Raw, Row>,
  by: FindBy,
): Exchange<readonly OutputOf<Raw>[]> {
  const query = { sort_by: 'id', sort_direction: 'desc' }
  const found = new Map<number, OutputOf<Raw>>()
  const guard = pageGuard()
  let cursor: string | undefined
  do {
    const newest = yield* page(path, { limit: newestPerPage, cursor, query, row: record })
    guard(newest)
    for (const row of newest.rows) if (by.matches(row)) found.set(row.id, row)
    const since = Date.parse(newest.date ?? '') - lagMs
    cursor = newest.rows.every(row => addedAt(row) >= since) ? newest.next : undefined
  } while (cursor !== undefined)
  return byId([...found.values()])
}

const addedAt = (row: unknown) => Date.parse(String(member(row, 'add_time')))

const byId = <Row extends { readonly id: number }>(rows: Row[]): readonly Row[] =>
  rows.sort((a, b) => a.id - b.id)
