import type { Row } from './collection.ts'
import { queryMark } from './cursor.ts'
import { comparing, paging, takePage } from './paging.ts'
import * as q from './query.ts'

interface Listing {
  readonly sort_by?: string
  readonly sort_direction?: string
  readonly limit?: number
  readonly cursor?: string
}

/** A page of the few rows that belong to a record, in the order that was asked for. */
export const pageOf = <R extends Row & { readonly id: number }>(
  rows: readonly R[],
  query: Listing,
  mark: string,
  present: (row: R) => object,
) => {
  const key = (row: R): string | number =>
    (Reflect.get(row, query.sort_by ?? 'id') ?? '') as string | number
  const descending = query.sort_direction === 'desc'
  const page = takePage({
    rows: [...rows].sort(comparing(key, descending)),
    key,
    descending,
    keep: () => true,
    limit: query.limit,
    cursor: query.cursor,
    mark: queryMark(mark, { ...query }),
  })
  return {
    success: true,
    data: page.rows.map(present),
    additional_data: { next_cursor: page.next_cursor },
  }
}

export const sorting = (names: readonly string[]) => ({
  sort_by: q.oneOf(names),
  sort_direction: q.oneOf(['asc', 'desc']),
  ...paging,
})
