import { queryMark } from '../cursor.ts'
import { notFound } from '../errors.ts'
import type { FieldEntry } from '../fields/entries.ts'
import { customSubfields, standardFields } from '../fields/entries.ts'
import type { NamespaceName } from '../fields/namespaces.ts'
import { namespaceNames, namespaces } from '../fields/namespaces.ts'
import { paging, takeSlice } from '../paging.ts'
import * as q from '../query.ts'
import { v1, v2 } from '../route.ts'
import type { Store } from '../store.ts'

type Kind = 'deal' | 'person' | 'organization'

const entries = (store: Store, kind: Kind): readonly FieldEntry[] => [
  ...standardFields[kind],
  ...store.customFields[kind].map(field => ({
    field_name: field.name,
    field_code: field.code,
    field_type: field.type,
    options: field.options ?? null,
    subfields: customSubfields(field),
    is_custom_field: true,
    is_optional_response_field: false,
  })),
]

const include_fields = q.csvOf(namespaceNames)

const withNamespaces = (kind: Kind, entry: FieldEntry, names: readonly NamespaceName[] = []) => ({
  ...entry,
  ...Object.fromEntries(names.map(name => [name, namespaces[kind][name]])),
})

const fieldRoutes = (kind: Kind, scopes: readonly string[]) => [
  v2({
    method: 'GET',
    path: `/${kind}Fields`,
    tokens: 10,
    scopes,
    query: { include_fields, ...paging },
    handle: ({ world, query }) => {
      const all = entries(world.store, kind)
      const { items, next_cursor } = takeSlice(all, query, queryMark(kind, query))
      const data = items.map(entry => withNamespaces(kind, entry, query.include_fields))
      return { success: true, data, additional_data: { next_cursor } }
    },
  }),
  v2({
    method: 'GET',
    path: `/${kind}Fields/{field_code}`,
    tokens: 1,
    scopes,
    query: { include_fields },
    handle: ({ world, query, params }) => {
      const code = params['field_code']
      const entry = entries(world.store, kind).find(known => known.field_code === code)
      if (!entry) throw notFound('Field')
      return { success: true, data: withNamespaces(kind, entry, query.include_fields) }
    },
  }),
]

const contacts = ['contacts:read', 'contacts:full', 'admin', 'contact-fields:full']

/** https://developers.pipedrive.com/docs/api/v1/DealFields and its like */
export const customFieldRoutes = [
  ...fieldRoutes('deal', ['deals:read', 'deals:full', 'admin', 'deal-fields:full']),
  ...fieldRoutes('person', contacts),
  ...fieldRoutes('organization', contacts),
  v1({
    method: 'GET',
    path: '/leadFields',
    tokens: 20,
    scopes: ['leads:read', 'leads:full', 'admin'],
    query: { start: q.between(0, Number.MAX_SAFE_INTEGER), limit: q.between(1, 500) },
    handle: ({ world, query: { start = 0, limit = 100 } }) => {
      const all = [
        {
          field_code: 'title',
          field_name: 'Title',
          field_type: 'varchar',
          options: null,
          is_custom_field: false,
        },
        ...entries(world.store, 'deal').filter(entry => entry.is_custom_field),
      ]
      const data = all.slice(start, start + limit).map((entry, index) => ({
        id: start + index + 1,
        key: entry.field_code,
        name: entry.field_name,
        order_nr: start + index + 1,
        field_type: entry.field_type,
        add_time: '2023-01-09 08:00:00',
        update_time: '2023-01-09 08:00:00',
        last_updated_by_user_id: null,
        created_by_user_id: null,
        active_flag: true,
        edit_flag: entry.is_custom_field,
        index_visible_flag: true,
        details_visible_flag: true,
        add_visible_flag: true,
        important_flag: false,
        bulk_edit_allowed: true,
        searchable_flag: false,
        filtering_allowed: true,
        sortable_flag: true,
        options: entry.options,
        mandatory_flag: !entry.is_custom_field,
      }))
      const more_items_in_collection = start + limit < all.length
      return { success: true, data, additional_data: { start, limit, more_items_in_collection } }
    },
  }),
]
