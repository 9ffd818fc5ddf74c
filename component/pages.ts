import {
  array,
  boolean,
  integer,
  member,
  readOptional,
  readRequired,
  string,
  type Exchange,
  type HttpRequest,
  type OutputOf,
  type Page,
  type PageRequest,
  type Property,
  type Query,
} from '../definitions/index.ts'
import { listed } from './answers.ts'
import { readJson } from './api.ts'

/** As many rows as Pipedrive gives in one page. */
export const pageSize = 500

/** What time it was at the server that gave the answer, as far as it has said. */
export interface Dated {
  readonly date: string | undefined
}

type PageOf<Row extends Property> = PageRequest &
  Pick<HttpRequest, 'reuse'> & { readonly query: Query; readonly row: Row }

/** One page of API v2. https://pipedrive.readme.io/docs/core-api-concepts-pagination */
export function* page<const Row extends Property>(
  path: `/${string}`,
  { query, row, cursor, limit: wanted = pageSize, ...reuse }: PageOf<Row>,
): Exchange<Page<OutputOf<Row>> & Dated> {
  const limit = Math.min(wanted, pageSize)
  const asked = { ...query, limit, cursor }
  const { body, headers } = yield* readJson({ method: 'GET', path, query: asked, ...reuse })
  const data = member(body, 'data')
  const rows = path.endsWith('/search') && data !== null ? member(data, 'items') : data
  const next = member(member(body, 'additional_data'), 'next_cursor')
  return {
    rows: readRequired(array({ items: row }), listed(rows), 'data'),
    next: readOptional(string(), next, 'additional_data.next_cursor'),
    date: headers['date'],
  }
}

/** A page of API v1, of which a caller may take the first rows only. */
export interface PageV1<Row> extends Page<Row>, Dated {
  /** The cursor that continues after `taken` rows of this page; undefined at the end. */
  after(taken: number): string | undefined
}

/**
 * One page of API v1, which counts rows. Each page begins with the last row of the one before it:
 * where that row is missing, earlier rows were deleted or moved in between, and those that moved up
 * are read again. A row may thus come twice, but none is passed over.
 */
export function* pageV1<const Row extends Property>(
  path: `/${string}`,
  { query, row, cursor, limit: wanted = pageSize, ...reuse }: PageOf<Row>,
): Exchange<PageV1<OutputOf<Row>>> {
  const { start, last, moves } = fromCursor(cursor)
  const read = (start: number, limit: number) =>
    slice(path, query, { start, limit: Math.min(limit, pageSize), ...reuse }, row)
  let from = last === undefined ? start : start - 1
  let answer = yield* read(from, last === undefined ? wanted : wanted + 1)
  const hasMoved = last !== undefined && moves < maxMoves && idOf(answer.rows[0]) !== last
  if (hasMoved) {
    from = Math.max(0, start - pageSize)
    answer = yield* read(from, pageSize)
  }
  const known = last === undefined ? 0 : answer.rows.findIndex(row => idOf(row) === last) + 1
  const rows = answer.rows.slice(known)
  const { next } = answer
  const after = (taken: number) => {
    const isWithin = taken < rows.length || (taken > 0 && next === from + answer.rows.length)
    if (!isWithin) return next === undefined ? undefined : toCursor(next, undefined, moves)
    const before = answer.rows[known + taken - 1]
    return toCursor(from + known + taken, before, hasMoved ? moves + 1 : moves)
  }
  return { rows, after, next: after(rows.length), date: answer.date }
}

/** So often a list may move while it is read; it is then read to its end as it is. */
const maxMoves = 100

/** A cursor of API v1: where to go on, how often the list has moved, and the id before that place. */
const toCursor = (start: number, before: unknown, moves: number): string => {
  const id = idOf(before)
  return start > 0 && id !== undefined ? `${start} ${moves} ${id}` : `${start} ${moves}`
}

const fromCursor = (cursor = '0 0') => {
  const [start = '0', moves = '0', last] = cursor.split(' ')
  return { start: Number(start), moves: Number(moves), last }
}

const idOf = (row: unknown): string | undefined => {
  const id = member(row, 'id')
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

interface Slice extends Pick<HttpRequest, 'reuse'> {
  readonly start: number
  readonly limit: number
}

/**
 * The schema puts the paging facts into `additional_data`, the guide into
 * `additional_data.pagination`; both are understood.
 */
function* slice<const Row extends Property>(
  path: `/${string}`,
  query: Query,
  { start, limit, ...reuse }: Slice,
  row: Row,
) {
  const { body, headers } = yield* readJson({
    method: 'GET',
    path,
    query: { ...query, start, limit },
    ...reuse,
  })
  const rows = readRequired(array({ items: row }), listed(member(body, 'data')), 'data')
  const extra = member(body, 'additional_data')
  const facts = member(extra, 'pagination') ?? extra
  const fact = <const P extends Property>(property: P, name: string) =>
    readOptional(property, member(facts, name), `additional_data.${name}`)
  const more = fact(boolean(), 'more_items_in_collection') === true
  const nextStart = fact(integer(), 'next_start')
  const next = more ? (nextStart ?? start + (rows.length || limit)) : undefined
  return { rows, next, date: headers['date'] }
}
