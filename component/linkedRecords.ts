import {
  all,
  dropOldest,
  readRequired,
  type Exchange,
  type HttpRequest,
  type Memory,
  type OutputOf,
} from '../definitions/index.ts'
import { DealRecord, OrganizationRecord, PersonRecord } from './apiSchemas.ts'
import { get } from './api.ts'
import { nullIfHidden } from './missing.ts'
import { page } from './pages.ts'

export type Id = number | null | undefined

export const distinct = (ids: readonly Id[]): readonly number[] => [
  ...new Set(ids.filter(id => typeof id === 'number')),
]

interface HowToRead {
  /** Of records that have a list of their own. */
  readonly list?: '/api/v2/deals/archived'
  readonly query?: { readonly include_fields?: string }
  readonly memory?: Memory | undefined
  /** Seconds for which the answer may be used again. */
  readonly reuse?: number | undefined
}

type Linked = typeof DealRecord | typeof PersonRecord | typeof OrganizationRecord
type LinkedPath = '/api/v2/deals' | '/api/v2/persons' | '/api/v2/organizations'

/** Linked records are looked up by up to a hundred ids at a time. */
export const idsPerCall = 100

/** As many records as are remembered of a list, so that its length does not matter. */
const maxRemembered = 5_000

export const personsById = (ids: readonly Id[], { memory, reuse }: Omit<HowToRead, 'query'> = {}) =>
  recordsById('/api/v2/persons', PersonRecord, ids, { memory, reuse })

export const organizationsById = (ids: readonly Id[], how: HowToRead = {}) =>
  recordsById('/api/v2/organizations', OrganizationRecord, ids, how)

/** Records that don't exist, or may not be seen, are not among them, nor deals that are archived. */
export function* recordsById<Record extends Linked>(
  path: LinkedPath,
  record: Record,
  ids: readonly Id[],
  { list, query = {}, memory = new Map<string, unknown>(), reuse }: HowToRead,
): Exchange<ReadonlyMap<number, OutputOf<Record>>> {
  const wanted = distinct(ids)
  const unknown = wanted.filter(id => !memory.has(`${path}/${id}`))
  const read = yield* readByIds(path, record, unknown, {
    query,
    ...(list && { list }),
    ...(reuse !== undefined && { reuse }),
  })
  const found = new Map(read)
  for (const id of wanted) {
    const key = `${path}/${id}`
    const known = memory.get(key)
    if (known !== undefined && known !== null) found.set(id, readRequired(record, known))
    else if (!memory.has(key)) memory.set(key, read.get(id) ?? null)
  }
  dropOldest(memory, maxRemembered)
  return found
}

/** One record costs 1 token by itself; a call for up to a hundred costs 10. */
function* readByIds<Record extends Linked>(
  path: LinkedPath,
  record: Record,
  wanted: readonly number[],
  { list, ...how }: Pick<HttpRequest, 'query' | 'reuse'> & Pick<HowToRead, 'list'>,
): Exchange<ReadonlyMap<number, OutputOf<Record>>> {
  const [first] = wanted
  if (first === undefined) return new Map()
  if (wanted.length === 1) {
    const found = yield* nullIfHidden(
      get(`${path}/{id}`, { params: { id: first }, ...how, returns: record }),
    )
    return new Map(found ? [[first, found]] : [])
  }
  const chunks = Array.from({ length: Math.ceil(wanted.length / idsPerCall) }, (_, index) =>
    wanted.slice(index * idsPerCall, (index + 1) * idsPerCall),
  )
  const pages = yield* all(
    chunks.map(ids =>
      page(list ?? path, { ...how, query: { ...how.query, ids }, row: record, limit: idsPerCall }),
    ),
  )
  return new Map(pages.flatMap(({ rows }) => rows.map(row => [row.id, row])))
}
