import { notFound } from '../errors.ts'
import type { Filter } from '../filters.ts'
import { filterTypes } from '../filters.ts'
import * as q from '../query.ts'
import { v1 } from '../route.ts'

const present = (filter: Filter) => ({
  id: filter.id,
  name: filter.name,
  filter_code: null,
  is_editable: true,
  active_flag: filter.active_flag,
  type: filter.type,
  temporary_flag: filter.temporary_flag,
  user_id: filter.user_id,
  add_time: filter.add_time,
  update_time: filter.update_time,
  visible_to: '7',
  last_used_time: null,
  custom_view_id: null,
})

const presentConditions = (filter: Filter, withCode: boolean) => ({
  glue: 'and',
  conditions: [
    {
      glue: 'and',
      conditions: filter.conditions.map(({ field, operator, value }) => ({
        object: filterTypes[filter.type],
        field_id: field,
        operator,
        value: value === undefined ? null : String(value),
        extra_value: null,
        ...(withCode && { field_code: field }),
      })),
    },
    { glue: 'or', conditions: [] },
  ],
})

const scopes = ['deals', 'activities', 'contacts'].flatMap(name => [`${name}:read`, `${name}:full`])
const types = ['deals', 'leads', 'org', 'people', 'products', 'activity', 'projects'] as const

/** https://developers.pipedrive.com/docs/api/v1/Filters */
export const filterRoutes = [
  v1({
    method: 'GET',
    path: '/filters',
    tokens: 20,
    scopes,
    query: { type: q.oneOf(types) },
    handle: ({ world, query: { type } }) => ({
      success: true,
      data: world.store.filters
        .all()
        .filter(filter => type === undefined || filter.type === type)
        .map(present),
    }),
  }),
  v1({
    method: 'GET',
    path: '/filters/{id}',
    tokens: 2,
    scopes,
    query: { include_field_code: q.boolean },
    handle: ({ world, params, query }) => {
      const filter = world.store.filters.get(Number(params['id']))
      if (!filter) throw notFound('Filter')
      const conditions = presentConditions(filter, query.include_field_code ?? false)
      return { success: true, data: { ...present(filter), conditions } }
    },
  }),
]
