import { queryMark } from '../cursor.ts'
import { collectionOf } from '../changes.ts'
import { invalid } from '../errors.ts'
import { takeSlice } from '../paging.ts'
import { paging } from '../paging.ts'
import * as q from '../query.ts'
import { v2 } from '../route.ts'
import { wantedOf } from '../search.ts'
import { searchings } from '../searchItems.ts'
import { find } from './search.ts'

const kinds = ['deal', 'lead', 'person', 'organization', 'product'] as const
const itemFields = [
  'address',
  'code',
  'custom_fields',
  'email',
  'name',
  'notes',
  'phone',
  'title',
  'description',
]

const title = (record: object): unknown =>
  Reflect.get(record, 'name') ?? Reflect.get(record, 'title')

const fits = {
  exact: (text: string, term: string) => text === term,
  beginning: (text: string, term: string) => text.startsWith(term),
  middle: (text: string, term: string) => text.includes(term),
}

/** https://developers.pipedrive.com/docs/api/v1/ItemSearch */
export const itemSearchRoutes = [
  v2({
    method: 'GET',
    path: '/itemSearch',
    tokens: 20,
    scopes: ['search:read'],
    search: true,
    query: {
      term: q.required(q.text),
      item_types: q.csvOf([...kinds, 'file', 'mail_attachment', 'project']),
      fields: q.csvOf(itemFields),
      search_for_related_items: q.boolean,
      exact_match: q.boolean,
      include_fields: q.csvOf(['deal.cc_email', 'person.picture', 'product.price']),
      limit: q.between(1, 100),
      cursor: q.text,
    },
    handle: ({ account, query }) => {
      const wanted = wantedOf(query)
      const scope = { fields: query.fields ?? itemFields, include: query.include_fields ?? [] }
      const found = kinds
        .filter(kind => !query.item_types || query.item_types.includes(kind))
        .flatMap(kind => find(account.store, kind, wanted, scope))
        .sort((a, b) => b.result_score - a.result_score)
      const { items, next_cursor } = takeSlice(found, query, queryMark('/itemSearch', query))
      return {
        success: true,
        data: {
          items: items.map(({ result_score, item }) => ({ result_score, item: item() })),
          related_items: [],
        },
        additional_data: { next_cursor },
      }
    },
  }),
  v2({
    method: 'GET',
    path: '/itemSearch/field',
    tokens: 20,
    scopes: ['search:read'],
    search: true,
    query: {
      term: q.required(q.text),
      entity_type: q.required(q.oneOf([...kinds, 'project'])),
      match: q.oneOf(['exact', 'beginning', 'middle']),
      field: q.required(q.text),
      ...paging,
    },
    handle: ({ account, query }) => {
      const { term = '', match = 'exact', field, entity_type } = query
      if (term.length < (match === 'exact' ? 1 : 2)) throw invalid('term is too short')
      const kind = kinds.find(known => known === entity_type)
      const scoped = field === 'name' || field === 'title' ? [field] : []
      const found = !kind
        ? []
        : collectionOf(account.store, kind)
            .all()
            .filter(record => !record.is_deleted)
            .filter(record =>
              scoped.some(name => {
                const text: unknown =
                  searchings[kind].fields.includes(name) && Reflect.get(record, name)
                // Unlike the other searches, this one tells upper from lower case.
                return typeof text === 'string' && fits[match](text, term)
              }),
            )
      const { items, next_cursor } = takeSlice(found, query, queryMark('/itemSearch/field', query))
      return {
        success: true,
        data: items.map(record => ({ id: record.id, name: title(record) })),
        additional_data: { next_cursor },
      }
    },
  }),
]
