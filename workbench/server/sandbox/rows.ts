import { member } from '../../../definitions/index.ts'
import type { Client } from '../../../runtime/index.ts'
import type { SandboxKind } from '../../api/index.ts'
import { call, isText, rowsIn, type Row } from './rest.ts'
import { tables, type Table } from './tables.ts'

/** All rows of a table, newest first. They are read once, and again when something has changed. */
export interface TableRows {
  of(kind: SandboxKind): Promise<readonly Row[]>
  forget(): void
}

export const createTableRows = (client: Client): TableRows => {
  const known = new Map<SandboxKind, Promise<readonly Row[]>>()
  return {
    of(kind) {
      const rows = known.get(kind) ?? readAll(client, tables[kind])
      known.set(kind, rows)
      rows.catch(() => known.delete(kind))
      return rows
    },
    forget: () => known.clear(),
  }
}

const pageSize = 500

const readAll = async (client: Client, { path, plain }: Table): Promise<readonly Row[]> => {
  const all: Row[] = []
  let cursor: string | undefined
  do {
    // Leads are still paged by position.
    const query = path.startsWith('/api/v1/')
      ? { sort: 'add_time DESC', start: Number(cursor ?? 0) }
      : { sort_by: 'id', sort_direction: 'desc', ...(cursor !== undefined && { cursor }) }
    const answer = await call(client, { path, query: { ...query, limit: pageSize } })
    all.push(...rowsIn(answer).map(row => ({ ...row, ...plain?.(row) })))
    cursor = nextOf(answer, Number(cursor ?? 0))
  } while (cursor !== undefined)
  return all
}

const nextOf = (answer: unknown, start: number): string | undefined => {
  const paging = member(answer, 'additional_data')
  if (member(paging, 'more_items_in_collection') === true) return String(start + pageSize)
  const next = member(paging, 'next_cursor')
  return isText(next) ? next : undefined
}
