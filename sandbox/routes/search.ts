import type { Account } from '../account.ts'
import { queryMark } from '../cursor.ts'
import { collectionOf } from '../changes.ts'
import { paging, takeSlice } from '../paging.ts'
import type { QuerySpec } from '../query.ts'
import * as q from '../query.ts'
import type { Records } from '../records.ts'
import type { Route } from '../route.ts'
import { v1, v2 } from '../route.ts'
import type { Wanted } from '../search.ts'
import { scoreOf, wantedOf } from '../search.ts'
import type { Searched } from '../searchItems.ts'
import { searchings } from '../searchItems.ts'
import type { Store } from '../store.ts'
import { pageAt, v1Paging, withNext } from '../v1Paging.ts'

interface Scope {
  readonly fields: readonly string[]
  readonly include: readonly string[]
}

/** What was found of one kind, best first. */
export const find = <K extends Searched>(
  store: Store,
  kind: K,
  wanted: Wanted,
  scope: Scope,
  keep: (record: Records[K]) => boolean = () => true,
) => {
  const searching = searchings[kind]
  const found: { result_score: number; record: Records[K] }[] = []
  for (const record of collectionOf(store, kind).all()) {
    if (record.is_deleted || !keep(record)) continue
    const result_score = scoreOf(wanted, searching.texts(store, record, scope.fields))
    if (result_score > 0) found.push({ result_score, record })
  }
  return found
    .sort((a, b) => b.result_score - a.result_score)
    .map(({ result_score, record }) => ({
      result_score,
      item: () => searching.item(store, record, scope.include),
    }))
}

/** Limit of a search that is narrowed to a person, an organization or a status. */
const maxNarrowedHits = 2000
const narrowing = ['person_id', 'organization_id', 'status'] as const

const link = (record: object, names: readonly string[], wanted: unknown) =>
  wanted === undefined || names.some(name => Reflect.get(record, name) === wanted)

interface Question {
  readonly term?: string
  readonly exact_match?: boolean
  readonly fields?: readonly string[]
  readonly include_fields?: readonly string[]
}

const narrowed = <K extends Searched>(account: Account, kind: K, query: Question) => {
  const { store, searchLagMs, clock } = account
  const indexedUntil = clock.now() - searchLagMs
  const scope = {
    fields: query.fields ?? searchings[kind].fields,
    include: query.include_fields ?? [],
  }
  const given = new Map<string, unknown>(Object.entries(query))
  const found = find(
    store,
    kind,
    wantedOf(query),
    scope,
    record =>
      (searchLagMs === 0 || Date.parse(record.update_time ?? record.add_time) <= indexedUntil) &&
      link(record, ['person_id'], given.get('person_id')) &&
      link(record, ['organization_id', 'org_id'], given.get('organization_id')) &&
      link(record, ['status'], given.get('status')),
  )
  const isNarrowed = narrowing.some(name => given.get(name) !== undefined)
  return isNarrowed ? found.slice(0, maxNarrowedHits) : found
}

const shown = ({ result_score, item }: { readonly result_score: number; item(): object }) => ({
  result_score,
  item: item(),
})

const searchRoute = <K extends Searched>(
  kind: K,
  path: string,
  scopes: readonly string[],
  more: QuerySpec,
  optional: readonly string[],
) =>
  v2({
    method: 'GET',
    path,
    tokens: 20,
    scopes: [...scopes, 'search:read'],
    search: true,
    query: {
      term: q.required(q.text),
      fields: q.csvOf(searchings[kind].fields),
      exact_match: q.boolean,
      ...(optional.length > 0 && { include_fields: q.csvOf(optional) }),
      ...paging,
      ...more,
    },
    handle: ({ account, query }) => {
      const found = narrowed(account, kind, query)
      const { items, next_cursor } = takeSlice(found, query, queryMark(path, query))
      return {
        success: true,
        data: { items: items.map(shown) },
        additional_data: { next_cursor },
      }
    },
  })

const contacts = ['contacts:read', 'contacts:full']
const both = { person_id: q.integer, organization_id: q.integer }

export const searchRoutes = [
  searchRoute(
    'deal',
    '/deals/search',
    ['deals:read', 'deals:full'],
    { ...both, status: q.oneOf(['open', 'won', 'lost']) },
    ['deal.cc_email'],
  ),
  searchRoute('lead', '/leads/search', ['leads:read', 'leads:full'], both, ['lead.was_seen']),
  searchRoute('person', '/persons/search', contacts, { organization_id: q.integer }, [
    'person.picture',
  ]),
  searchRoute('organization', '/organizations/search', contacts, {}, []),
  searchRoute('product', '/products/search', ['products:read', 'products:full'], {}, [
    'product.price',
  ]),
]

/** The one search that v1 still has. */
export const v1LeadSearch: Route = v1({
  method: 'GET',
  path: '/leads/search',
  tokens: 40,
  scopes: ['leads:read', 'leads:full', 'search:read'],
  search: true,
  query: {
    term: q.required(q.text),
    fields: q.csvOf(searchings.lead.fields),
    exact_match: q.boolean,
    ...both,
    include_fields: q.csvOf(['lead.was_seen']),
    ...v1Paging,
  },
  handle: ({ account, query }) => {
    const { rows, place } = pageAt(narrowed(account, 'lead', query), query)
    return { success: true, data: { items: rows.map(shown) }, additional_data: withNext(place) }
  },
})
