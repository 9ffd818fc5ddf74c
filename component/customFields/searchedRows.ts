import {
  all,
  member,
  type Exchange,
  type OutputOf,
  type Property,
  type Query,
} from '../../definitions/index.ts'
import { idsPerCall } from '../linkedRecords.ts'
import { page } from '../pages.ts'
import { compare } from '../sort.ts'
import { notIndexed, searchedIds } from '../searchIndex.ts'
import type { CustomField } from './fields.ts'

/** A list that takes ids, and whose records are searched. */
export interface SearchedList<Row extends Property> {
  readonly path: `/${string}`
  readonly query: Query
  readonly row: Row
}

/** Types of fields that the API searches, and has in one spelling. */
export const isSearched = ({ field_type }: CustomField): boolean =>
  ['varchar', 'varchar_auto', 'text', 'phone', 'double'].includes(field_type)

const archived = '/archived'

/** Rows of the list that may have the value, in its order: hits, and what is too young for one. */
export function* searchedRows<const Row extends Property>(
  { path, query, row }: SearchedList<Row>,
  value: string,
): Exchange<readonly OutputOf<Row>[]> {
  const search = { term: value, fields: 'custom_fields', exact_match: true }
  const isArchived = path.endsWith(archived)
  const records = isArchived ? path.slice(0, -archived.length) : path
  const [ids, newest, changed] = yield* all([
    searchedIds(`/${records.slice(1)}`, search, isArchived),
    notIndexed(path, row, 'id', query),
    notIndexed(path, row, 'update_time', query),
  ])
  const chunks = Array.from({ length: Math.ceil(ids.length / idsPerCall) }, (_, at) =>
    ids.slice(at * idsPerCall, (at + 1) * idsPerCall),
  )
  const pages = yield* all(
    chunks.map(ids => page(path, { query: { ...query, ids }, row, limit: idsPerCall })),
  )
  const { sort_by = 'id', sort_direction } = query
  const key = String(sort_by)
  return [...pages.flatMap(({ rows }) => rows), ...newest, ...changed].sort((a, b) =>
    compare(member(a, key), member(b, key), sort_direction === 'desc'),
  )
}
