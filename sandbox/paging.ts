import type { Row } from './collection.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { between, text } from './query.ts'

/** https://pipedrive.readme.io/docs/core-api-concepts-pagination */
export const paging = { limit: between(1, 500), cursor: text }
const defaultLimit = 100

interface Page<R> {
  /** In order of `key`, then of id, in the given direction. */
  readonly rows: readonly R[]
  readonly key: (row: R) => string | number
  readonly descending: boolean
  readonly keep: (row: R) => boolean
  readonly limit: number | undefined
  readonly cursor: string | undefined
  readonly mark: string
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

export const comparing =
  <R extends Row>(key: (row: R) => string | number, descending: boolean) =>
  (a: R, b: R) =>
    (compare(key(a), key(b)) || compare(a.id, b.id)) * (descending ? -1 : 1)

/** The first position at or after the marker, also when the row it was made for is gone. */
const startOf = <R extends Row>({ rows, key, descending, cursor, mark }: Page<R>) => {
  if (cursor === undefined) return 0
  const { marker, id } = decodeCursor(cursor, mark)
  const before = (row: R) =>
    (compare(key(row), marker) || compare(row.id, id)) * (descending ? -1 : 1) < 0
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row && before(row)) low = middle + 1
    else high = middle
  }
  return low
}

export const takePage = <R extends Row>(page: Page<R>) => {
  const { rows, key, keep, limit = defaultLimit, mark } = page
  const taken: R[] = []
  for (let position = startOf(page); position < rows.length; position++) {
    const row = rows[position]
    if (!row || !keep(row)) continue
    if (taken.length === limit)
      return {
        rows: taken,
        next_cursor: encodeCursor({ marker: key(row), id: row.id, query: mark }),
      }
    taken.push(row)
  }
  return { rows: taken, next_cursor: null }
}

/** For results that have no key to continue from, such as those of a search. */
export const takeSlice = <T>(
  items: readonly T[],
  query: { readonly limit?: number; readonly cursor?: string },
  mark: string,
) => {
  const start = query.cursor === undefined ? 0 : Number(decodeCursor(query.cursor, mark).marker)
  const end = start + (query.limit ?? defaultLimit)
  const next_cursor = end < items.length ? encodeCursor({ marker: end, id: 0, query: mark }) : null
  return { items: items.slice(start, end), next_cursor }
}
