import { removeRow, setRow } from '../changes.ts'
import { general, notFound } from '../errors.ts'
import {
  conditionsBody,
  filterTypeBody,
  presentConditions,
  readConditions,
} from '../filterInput.ts'
import type { Filter } from '../lookups.ts'
import * as q from '../query.ts'
import type { Params, Route } from '../route.ts'
import { v1 } from '../route.ts'
import { object, shortText } from '../schema.ts'
import type { Store } from '../store.ts'
import { plain } from '../time.ts'
import type { Account } from '../account.ts'
import { pathNumber } from '../pathNumber.ts'

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

const whole = (store: Store, filter: Filter, withCode = false) => ({
  success: true,
  data: { ...present(filter), conditions: presentConditions(store, filter, withCode) },
})

const find = ({ store }: Account, id: number) => {
  const filter = store.filters.get(id)
  if (!filter) throw notFound('Filter')
  return filter
}

const names = ['deals', 'activities', 'contacts']
const write = names.map(name => `${name}:full`)
const read = names.flatMap(name => [`${name}:read`, `${name}:full`])
const types = ['deals', 'leads', 'org', 'people', 'products', 'activity', 'projects'] as const
const withCode = { include_field_code: q.boolean }
const body = { name: shortText, conditions: conditionsBody }
const one = '/filters/{id}'
const idOf = ({ id }: Params) => pathNumber(id)

/** https://developers.pipedrive.com/docs/api/v1/Filters */
export const filterRoutes: readonly Route[] = [
  v1({
    method: 'GET',
    path: '/filters',
    tokens: 20,
    scopes: read,
    query: { type: q.oneOf(types) },
    handle: ({ account, query: { type } }) => ({
      success: true,
      data: account.store.filters
        .all()
        .filter(filter => type === undefined || filter.type === type)
        .map(present),
    }),
  }),
  v1({
    method: 'GET',
    path: one,
    tokens: 2,
    scopes: read,
    query: withCode,
    handle: ({ account, params, query }) =>
      whole(account.store, find(account, idOf(params)), query.include_field_code),
  }),
  v1({
    method: 'POST',
    path: '/filters',
    tokens: 10,
    scopes: write,
    query: withCode,
    body: object({ ...body, type: filterTypeBody }, ['name', 'conditions', 'type']),
    handle: ({ account, caller, query, body: { name, type, conditions } }) => {
      const { store, clock } = account
      if (type === 'projects') throw general(501, 'The sandbox does not serve filters of projects')
      const add_time = plain(clock.now())
      const filter: Filter = {
        id: store.filters.nextId(),
        name,
        type,
        active_flag: true,
        temporary_flag: null,
        user_id: caller.userId,
        add_time,
        update_time: add_time,
        ...readConditions(store, type, conditions),
      }
      return whole(store, setRow(account, store.filters, filter), query.include_field_code)
    },
  }),
  v1({
    method: 'PUT',
    path: one,
    tokens: 10,
    scopes: write,
    query: withCode,
    body: object(body, ['conditions']),
    handle: ({ account, params, query, body: { name, conditions } }) => {
      const { store, clock } = account
      const before = find(account, idOf(params))
      const filter = {
        ...before,
        ...(name !== undefined && { name }),
        ...readConditions(store, before.type, conditions),
        update_time: plain(clock.now()),
      }
      return whole(store, setRow(account, store.filters, filter), query.include_field_code)
    },
  }),
  v1({
    method: 'DELETE',
    path: one,
    tokens: 6,
    scopes: write,
    handle: ({ account, params }) => {
      const filter = find(account, idOf(params))
      removeRow(account, account.store.filters, filter)
      return { success: true, data: { id: filter.id } }
    },
  }),
  v1({
    method: 'DELETE',
    path: '/filters',
    tokens: 10,
    scopes: write,
    query: { ids: q.required(q.ids) },
    handle: ({ account, query: { ids = [] } }) => {
      for (const filter of ids.map(id => find(account, id)))
        removeRow(account, account.store.filters, filter)
      return { success: true, data: { id: ids } }
    },
  }),
]
