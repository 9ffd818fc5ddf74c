import type { DealProduct } from '../dealProducts.ts'
import { removeRow, setRow } from '../changes.ts'
import {
  changedLine,
  findDeal,
  lineToAdd,
  lineToChange,
  newLine,
  presentLine,
} from '../entities/dealProduct.ts'
import { notFound } from '../errors.ts'
import { pageOf, sorting } from '../pageOf.ts'
import * as q from '../query.ts'
import type { Params, Route } from '../route.ts'
import { v2 } from '../route.ts'
import { filledList, object } from '../schema.ts'
import type { Account } from '../account.ts'
import { pathId } from './records.ts'
import { pathNumber } from '../pathNumber.ts'

const read = ['products:read', 'products:full', 'deals:read', 'deals:full']
const write = ['products:full', 'deals:full']

const path = '/deals/{id}/products'
const one = `${path}/{product_attachment_id}`
const maxPerRequest = 100

const find = (account: Account, params: Params) => {
  const line = account.store.dealProducts.get(pathNumber(params['product_attachment_id']))
  if (line?.deal_id !== findDeal(account, pathId(params)).id) throw notFound('Deal product')
  return line
}

const add = (account: Account, line: DealProduct) =>
  presentLine(setRow(account, account.store.dealProducts, line))

/** https://developers.pipedrive.com/docs/api/v1/DealProducts */
export const dealProductRoutes: readonly Route[] = [
  v2({
    method: 'GET',
    path: '/deals/products',
    tokens: 10,
    scopes: read,
    query: {
      deal_ids: q.required(q.repeatableIds),
      ...sorting(['id', 'deal_id', 'add_time', 'update_time', 'order_nr']),
    },
    handle: ({ account, query }) => {
      const ids = query.deal_ids ?? []
      const lines = ids.flatMap(id => account.store.dealProducts.by('deal_id', id))
      return pageOf(lines, query, '/deals/products', presentLine)
    },
  }),
  v2({
    method: 'GET',
    path,
    tokens: 10,
    scopes: read,
    query: sorting(['id', 'add_time', 'update_time', 'order_nr']),
    handle: ({ account, params, query }) => {
      const { id } = findDeal(account, pathId(params))
      return pageOf(
        account.store.dealProducts.by('deal_id', id),
        query,
        `${path} ${id}`,
        presentLine,
      )
    },
  }),
  v2({
    method: 'POST',
    path,
    tokens: 5,
    scopes: write,
    status: 201,
    body: lineToAdd,
    handle: ({ account, params, body }) => ({
      success: true,
      data: add(account, newLine(account, pathId(params), body)),
    }),
  }),
  v2({
    method: 'POST',
    path: `${path}/bulk`,
    tokens: 25,
    scopes: write,
    status: 201,
    body: object({ data: filledList(lineToAdd, maxPerRequest) }, ['data']),
    handle: ({ account, params, body }) => {
      const dealId = pathId(params)
      // Checks all of them before the first is kept.
      for (const given of body.data) newLine(account, dealId, given)
      const data = body.data.map(given => add(account, newLine(account, dealId, given)))
      return { success: true, data }
    },
  }),
  v2({
    method: 'PATCH',
    path: one,
    tokens: 5,
    scopes: write,
    body: lineToChange,
    handle: ({ account, params, body }) => ({
      success: true,
      data: add(account, changedLine(account, find(account, params), body)),
    }),
  }),
  v2({
    method: 'DELETE',
    path: one,
    tokens: 3,
    scopes: write,
    handle: ({ account, params }) => {
      const line = find(account, params)
      removeRow(account, account.store.dealProducts, line)
      return { success: true, data: { id: line.id } }
    },
  }),
  v2({
    method: 'DELETE',
    path,
    tokens: 15,
    scopes: write,
    query: { ids: q.ids },
    handle: ({ account, params, query }) => {
      const lines = account.store.dealProducts.by('deal_id', findDeal(account, pathId(params)).id)
      const wanted = lines.filter(({ id }) => query.ids?.includes(id) ?? true)
      const removed = wanted.slice(0, maxPerRequest)
      for (const line of removed) removeRow(account, account.store.dealProducts, line)
      return {
        success: true,
        data: { ids: removed.map(({ id }) => id) },
        additional_data: { more_items_in_collection: wanted.length > removed.length },
      }
    },
  }),
]
