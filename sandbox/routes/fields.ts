import { queryMark } from '../cursor.ts'
import { invalid } from '../errors.ts'
import {
  addField,
  addOptions,
  changeField,
  customField,
  findField,
  removeField,
  removeOptions,
  renameOptions,
} from '../fields/edit.ts'
import { presentField } from '../fields/entries.ts'
import { addBodies, changeBodies, checkSettings } from '../fields/input.ts'
import type { EditableKind } from '../fields/input.ts'
import { namespaces } from '../fields/namespaces.ts'
import type { FieldKind } from '../fields/types.ts'
import { paging, takeSlice } from '../paging.ts'
import * as q from '../query.ts'
import { v2 } from '../route.ts'
import type { Route } from '../route.ts'
import { filledList, id, object, shortText } from '../schema.ts'

const labels = filledList(object({ label: shortText }, ['label']))
const renamed = filledList(object({ id, label: shortText }, ['id', 'label']))
const removed = filledList(object({ id }, ['id']))

const reading = (kind: FieldKind, scopes: readonly string[]): readonly Route[] => {
  const include_fields = q.csvOf(Object.keys(namespaces[kind]))
  return [
    v2({
      method: 'GET',
      path: `/${kind}Fields`,
      tokens: 10,
      scopes,
      query: { include_fields, ...paging },
      handle: ({ account, query }) => {
        const all = account.store.fields[kind].all()
        const { items, next_cursor } = takeSlice(all, query, queryMark(kind, query))
        const data = items.map(field => presentField(kind, field, query.include_fields))
        return { success: true, data, additional_data: { next_cursor } }
      },
    }),
    v2({
      method: 'GET',
      path: `/${kind}Fields/{field_code}`,
      tokens: 1,
      scopes,
      query: { include_fields },
      handle: ({ account, query, params }) => {
        const field = findField(account, kind, params['field_code'])
        return { success: true, data: presentField(kind, field, query.include_fields) }
      },
    }),
  ]
}

const editing = (
  kind: EditableKind,
  scopes: { readonly define: readonly string[]; readonly change: readonly string[] },
): readonly Route[] => {
  const one = `/${kind}Fields/{field_code}`
  const names = Object.keys(namespaces[kind])
  const options = `${one}/options`
  return [
    v2({
      method: 'POST',
      path: `/${kind}Fields`,
      tokens: 5,
      scopes: scopes.define,
      body: addBodies[kind],
      handle: ({ account, caller, body }) => {
        const { field_name, field_type, options, description, ...settings } = body
        checkSettings(account.store, settings)
        const input = { name: field_name, type: field_type, settings }
        const field = addField(
          account,
          kind,
          { ...input, ...(options && { options }), ...(description && { description }) },
          caller.userId,
        )
        return { success: true, data: presentField(kind, field, names) }
      },
    }),
    v2({
      method: 'PATCH',
      path: one,
      tokens: 5,
      scopes: scopes.change,
      body: changeBodies[kind],
      handle: ({ account, params, body }) => {
        if (Object.keys(body).length === 0) throw invalid('at least one field is required')
        const { field_name, description, ...settings } = body
        const isNew = field_name !== undefined || description !== undefined
        const code = params['field_code']
        const field = isNew ? customField(account, kind, code) : findField(account, kind, code)
        checkSettings(account.store, settings)
        const changed = changeField(account, kind, field, {
          settings,
          ...(field_name !== undefined && { name: field_name }),
          ...(description !== undefined && { description }),
        })
        return { success: true, data: presentField(kind, changed, names) }
      },
    }),
    v2({
      method: 'DELETE',
      path: one,
      tokens: 3,
      scopes: scopes.define,
      handle: ({ account, params }) => {
        const field = customField(account, kind, params['field_code'])
        removeField(account, kind, field)
        return { success: true, data: presentField(kind, field) }
      },
    }),
    v2({
      method: 'POST',
      path: options,
      tokens: 5,
      scopes: scopes.change,
      body: labels,
      handle: ({ account, params, body }) => ({
        success: true,
        data: addOptions(account, kind, params['field_code'], body),
        additional_data: null,
      }),
    }),
    v2({
      method: 'PATCH',
      path: options,
      tokens: 5,
      scopes: scopes.change,
      body: renamed,
      handle: ({ account, params, body }) => ({
        success: true,
        data: renameOptions(account, kind, params['field_code'], body),
        additional_data: null,
      }),
    }),
    v2({
      method: 'DELETE',
      path: options,
      tokens: 3,
      scopes: scopes.change,
      body: removed,
      handle: ({ account, params, body }) => {
        const ids = body.map(option => option.id)
        const gone = removeOptions(account, kind, params['field_code'], ids)
        const data = gone.map(option => ({ id: option.id, label: option.label }))
        return { success: true, data, additional_data: null }
      },
    }),
  ]
}

const deals = ['admin', 'deal-fields:full']
const contacts = ['admin', 'contact-fields:full']
const products = ['products:full', 'product-fields:full']

/** https://developers.pipedrive.com/docs/api/v1/DealFields and its like */
export const customFieldRoutes: readonly Route[] = [
  ...reading('deal', ['deals:read', 'deals:full', ...deals]),
  ...editing('deal', { define: deals, change: ['deals:full', ...deals] }),
  ...(['person', 'organization'] as const).flatMap(kind => [
    ...reading(kind, ['contacts:read', 'contacts:full', ...contacts]),
    ...editing(kind, { define: contacts, change: ['contacts:full', ...contacts] }),
  ]),
  ...reading('product', ['products:read', ...products]),
  ...editing('product', { define: products, change: products }),
  ...reading('activity', ['admin']),
]
