import { general, refused } from '../errors.ts'
import { addField, changeField, removeField } from '../fields/edit.ts'
import type { EditableKind } from '../fields/input.ts'
import type { Field, FieldKind } from '../fields/types.ts'
import { customTypes } from '../fields/types.ts'
import { presentV1Field, setOptions } from '../fields/v1Entries.ts'
import * as q from '../query.ts'
import type { Params, Route } from '../route.ts'
import { v1 } from '../route.ts'
import { boolean, filledList, integer, list, object, oneOf, shortText } from '../schema.ts'
import { pageAt, v1Paging } from '../v1Paging.ts'
import type { Account } from '../account.ts'
import { pathNumber } from '../pathNumber.ts'

const presented = ({ store }: Account, kind: FieldKind, field: Field) => ({
  success: true,
  data: presentV1Field(kind, field, store.fields[kind].all()),
})

const find = ({ store }: Account, kind: FieldKind, id: number) => {
  const field = store.fields[kind].get(id)
  if (!field) throw general(404, 'Field not found')
  return field
}
const findCustom = (account: Account, kind: FieldKind, id: number) => {
  const field = find(account, kind, id)
  if (!field.is_custom) throw refused(`${field.name} is not a custom field`)
  return field
}

const toAdd = object(
  {
    name: shortText,
    field_type: oneOf(customTypes),
    options: filledList(object({ label: shortText }, ['label']), 10_000),
    add_visible_flag: boolean,
  },
  ['name', 'field_type'],
)
const toChange = object({
  name: shortText,
  options: list(object({ id: integer, label: shortText }, ['label'])),
  add_visible_flag: boolean,
})

const reading = (kind: FieldKind, scopes: readonly string[]) =>
  v1({
    method: 'GET',
    path: `/${kind}Fields`,
    tokens: 20,
    scopes,
    query: kind === 'activity' ? {} : v1Paging,
    handle: ({ account, query }) => {
      const all = account.store.fields[kind].all()
      const { rows, place } = pageAt(all, query)
      const data = rows.map(field => presentV1Field(kind, field, all))
      return { success: true, data, additional_data: place }
    },
  })

const editing = (
  kind: EditableKind,
  read: readonly string[],
  scopes: readonly string[],
): readonly Route[] => {
  const one = (params: Params, account: Account) =>
    findCustom(account, kind, pathNumber(params['id']))
  return [
    reading(kind, read),
    v1({
      method: 'GET',
      path: `/${kind}Fields/{id}`,
      tokens: 2,
      scopes: read,
      handle: ({ account, params }) =>
        presented(account, kind, find(account, kind, pathNumber(params['id']))),
    }),
    v1({
      method: 'POST',
      path: `/${kind}Fields`,
      tokens: 10,
      scopes,
      status: kind === 'product' ? 201 : 200,
      body: toAdd,
      handle: ({ account, caller, body }) => {
        const { name, field_type: type, options, add_visible_flag } = body
        const settings = add_visible_flag === undefined ? {} : { add_visible_flag }
        const input = { name, type, settings, ...(options && { options }) }
        return presented(account, kind, addField(account, kind, input, caller.userId))
      },
    }),
    v1({
      method: 'PUT',
      path: `/${kind}Fields/{id}`,
      tokens: 10,
      scopes,
      body: toChange,
      handle: ({ account, params, body }) => {
        const { name, options, add_visible_flag } = body
        const known = find(account, kind, pathNumber(params['id']))
        // Labels are the options of a field that can't be changed otherwise.
        const field = known.code === 'label' ? known : one(params, account)
        const changed = options && setOptions(account, kind, field, options)
        const after = changeField(account, kind, find(account, kind, field.id), {
          ...changed,
          ...(name !== undefined && field.is_custom && { name }),
          ...(add_visible_flag !== undefined && { settings: { add_visible_flag } }),
        })
        return presented(account, kind, after)
      },
    }),
    v1({
      method: 'DELETE',
      path: `/${kind}Fields/{id}`,
      tokens: 6,
      scopes,
      handle: ({ account, params }) => {
        const field = one(params, account)
        removeField(account, kind, field)
        return { success: true, data: { id: field.id } }
      },
    }),
    v1({
      method: 'DELETE',
      path: `/${kind}Fields`,
      tokens: 10,
      scopes,
      query: { ids: q.required(q.ids) },
      handle: ({ account, query: { ids = [] } }) => {
        const fields = ids.map(id => findCustom(account, kind, id))
        for (const field of fields) removeField(account, kind, field)
        return { success: true, data: { id: ids } }
      },
    }),
  ]
}

const deals = ['deal-fields:full', 'admin']
const contacts = ['contact-fields:full', 'admin']
const products = ['product-fields:full', 'products:full']

/** Leads have the custom fields of deals. */
const leadFields = v1({
  method: 'GET',
  path: '/leadFields',
  tokens: 20,
  scopes: ['leads:read', 'leads:full', 'admin'],
  query: v1Paging,
  handle: ({ account, query }) => {
    const fields = account.store.fields.deal.all()
    const all = fields.filter(({ code, is_custom }) => is_custom || code === 'title')
    const { rows, place } = pageAt(all, query)
    const data = rows.map(field => presentV1Field('deal', field, all))
    return { success: true, data, additional_data: place }
  },
})

/** https://developers.pipedrive.com/docs/api/v1/DealFields and its like, as v1 has them */
export const v1FieldRoutes: readonly Route[] = [
  ...editing('deal', ['deals:read', 'deals:full', ...deals], deals),
  ...editing('person', ['contacts:read', 'contacts:full', ...contacts], contacts),
  ...editing('organization', ['contacts:read', 'contacts:full', ...contacts], contacts),
  ...editing('product', ['products:read', ...products], products),
  reading('activity', ['activities:read', 'activities:full']),
  leadFields,
]
