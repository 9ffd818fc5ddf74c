import { member } from '../../../definitions/index.ts'
import type { Client } from '../../../runtime/index.ts'
import type { Table } from './kinds.ts'
import { call, isText, rowsIn, type Row } from './rest.ts'

export interface Page {
  readonly rows: readonly Row[]
  readonly next?: string
}

const pageSize = 50
const largestPage = 500

/** A page of the newest rows, or of those in which a text is found. */
export const pageOf = (
  client: Client,
  table: Table,
  {
    search,
    cursor,
  }: { readonly search?: string | undefined; readonly cursor?: string | undefined },
): Promise<Page> =>
  search === undefined
    ? newest(client, table, cursor, pageSize)
    : found(client, table, search, Number(cursor ?? 0))

/** Leads are still paged by position. */
const newest = async (
  client: Client,
  { path, plain }: Table,
  cursor: string | undefined,
  limit: number,
): Promise<Page> => {
  const query = path.startsWith('/api/v1/')
    ? { sort: 'add_time DESC', start: Number(cursor ?? 0) }
    : { sort_by: 'id', sort_direction: 'desc', ...(cursor !== undefined && { cursor }) }
  const answer = await call(client, { path, query: { ...query, limit } })
  const rows = rowsIn(answer).map(row => ({ ...row, ...plain?.(row) }))
  const paging = member(answer, 'additional_data')
  const more = member(paging, 'more_items_in_collection') === true
  const next = more ? String(Number(cursor ?? 0) + limit) : member(paging, 'next_cursor')
  return { rows, ...(isText(next) && { next }) }
}

/**
 * Pipedrive searches neither activities nor single letters, and finds whole records only by more
 * calls; here all rows are read, and every column that is shown is looked into.
 */
const found = async (client: Client, table: Table, search: string, skip: number): Promise<Page> => {
  const term = search.toLowerCase()
  const keys = table.columns.map(({ key }) => key)
  const fits = (row: Row) =>
    keys.some(key =>
      String(row[key] ?? '')
        .toLowerCase()
        .includes(term),
    )
  const hits: Row[] = []
  let cursor: string | undefined
  do {
    const page = await newest(client, table, cursor, largestPage)
    hits.push(...page.rows.filter(fits))
    cursor = page.next
  } while (cursor !== undefined && hits.length <= skip + pageSize)
  const rows = hits.slice(skip, skip + pageSize)
  return { rows, ...(hits.length > skip + pageSize && { next: String(skip + pageSize) }) }
}
