import { member } from '../../../definitions/index.ts'
import type { Client } from '../../../runtime/index.ts'
import type { SandboxField } from '../../api/index.ts'
import type { Table } from './tables.ts'
import { call, isText, rowsIn, type Row } from './rest.ts'

export interface Page {
  readonly rows: readonly Row[]
  readonly next?: string
}

const pageSize = 50
const maxPageSize = 500

/** A page of the newest rows, or of those in which a text is found. */
export const pageOf = (
  client: Client,
  table: Table,
  fields: readonly SandboxField[],
  {
    search,
    cursor,
  }: { readonly search?: string | undefined; readonly cursor?: string | undefined },
): Promise<Page> =>
  search === undefined
    ? newest(client, table, cursor, pageSize)
    : found(client, table, matches(fields, search), Number(cursor ?? 0))

const plain = (value: unknown): string =>
  isText(value) || typeof value === 'number' ? String(value) : ''

/** A row fits where a column shows the text: a linked person is shown by name. */
const matches = (fields: readonly SandboxField[], search: string) => {
  const columns = fields.map(({ key, choices = [] }) => ({
    key,
    labels: new Map<unknown, string>(choices.map(({ value, label }) => [value, label])),
  }))
  const shown = (row: Row, { key, labels }: (typeof columns)[number]) =>
    labels.get(row[key]) ?? plain(row[key])
  const term = search.toLowerCase()
  return (row: Row) => columns.some(column => shown(row, column).toLowerCase().includes(term))
}

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
const found = async (
  client: Client,
  table: Table,
  fits: (row: Row) => boolean,
  skip: number,
): Promise<Page> => {
  const hits: Row[] = []
  let cursor: string | undefined
  do {
    const page = await newest(client, table, cursor, maxPageSize)
    hits.push(...page.rows.filter(fits))
    cursor = page.next
  } while (cursor !== undefined && hits.length <= skip + pageSize)
  const rows = hits.slice(skip, skip + pageSize)
  return { rows, ...(hits.length > skip + pageSize && { next: String(skip + pageSize) }) }
}
