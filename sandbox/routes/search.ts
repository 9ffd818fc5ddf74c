import { queryMark } from '../cursor.ts'
import { collectionOf } from '../edits.ts'
import { paging, takeSlice } from '../paging.ts'
import type { QuerySpec } from '../query.ts'
import * as q from '../query.ts'
import type { Records } from '../records.ts'
import { v2 } from '../route.ts'
import type { Wanted } from '../search.ts'
import { scoreOf, wantedOf } from '../search.ts'
import type { Searched } from '../searchItems.ts'
import { searchings } from '../searchItems.ts'
import type { Store } from '../store.ts'

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

/** The filters that some of the searches have; each holds up to 2000 hits, more than a test needs. */
const link = (record: object, names: readonly string[], wanted: unknown) =>
  wanted === undefined || names.some(name => Reflect.get(record, name) === wanted)

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
    handle: ({ world, query }) => {
      const scope = {
        fields: query.fields ?? searchings[kind].fields,
        include: query.include_fields ?? [],
      }
      const given = new Map(Object.entries(query))
      const found = find(
        world.store,
        kind,
        wantedOf(query),
        scope,
        record =>
          link(record, ['person_id'], given.get('person_id')) &&
          link(record, ['organization_id', 'org_id'], given.get('organization_id')) &&
          link(record, ['status'], given.get('status')),
      )
      const { items, next_cursor } = takeSlice(found, query, queryMark(path, query))
      return {
        success: true,
        data: { items: items.map(({ result_score, item }) => ({ result_score, item: item() })) },
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
]
