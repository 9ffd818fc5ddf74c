import type { Variation } from '../dealProducts.ts'
import { removeRow, insert, setRow } from '../changes.ts'
import { priceBody, pricesOf, products } from '../entities/product.ts'
import { notFound } from '../errors.ts'
import { pageOf } from '../pageOf.ts'
import { paging } from '../paging.ts'
import type { Params, Route } from '../route.ts'
import { v2 } from '../route.ts'
import { list, object, shortText } from '../schema.ts'
import { seconds } from '../time.ts'
import type { Account } from '../account.ts'
import { pathId } from './records.ts'
import { pathNumber } from '../pathNumber.ts'

const read = ['products:read', 'products:full']
const write = ['products:full']
const path = '/products/{id}/variations'
const one = `${path}/{product_variation_id}`
const body = { name: shortText, prices: list(priceBody) }

const findProduct = ({ store }: Account, params: Params) => {
  const product = store.products.get(pathId(params))
  if (!product || product.is_deleted) throw notFound('Product')
  return product
}
const find = (account: Account, params: Params) => {
  const variation = account.store.variations.get(pathNumber(params['product_variation_id']))
  if (variation?.product_id !== findProduct(account, params).id) throw notFound('Product variation')
  return variation
}
const present = ({ add_time: _, prices, ...variation }: Variation) => ({
  ...variation,
  prices: prices.map(price => ({ product_variation_id: variation.id, ...price })),
})

/** https://developers.pipedrive.com/docs/api/v1/Products: variations, and copies. */
export const variationRoutes: readonly Route[] = [
  v2({
    method: 'GET',
    path,
    tokens: 10,
    scopes: read,
    query: paging,
    handle: ({ account, params, query }) => {
      const { id } = findProduct(account, params)
      return pageOf(account.store.variations.by('product_id', id), query, `${path} ${id}`, present)
    },
  }),
  v2({
    method: 'POST',
    path,
    tokens: 5,
    scopes: write,
    status: 201,
    body: object(body, ['name']),
    handle: ({ account, caller, params, body: { name, prices } }) => {
      const { store, clock } = account
      const currency = store.users.get(caller.userId)?.default_currency ?? 'EUR'
      const variation = setRow(account, store.variations, {
        id: store.variations.nextId(),
        product_id: findProduct(account, params).id,
        name,
        prices: pricesOf(store, prices ?? [{ currency }]),
        add_time: seconds(clock.now()),
      })
      return { success: true, data: present(variation) }
    },
  }),
  v2({
    method: 'PATCH',
    path: one,
    tokens: 5,
    scopes: write,
    body: object(body),
    handle: ({ account, params, body: { name, prices } }) => {
      const before = find(account, params)
      const after = setRow(account, account.store.variations, {
        ...before,
        ...(name !== undefined && { name }),
        ...(prices && { prices: pricesOf(account.store, prices) }),
      })
      return { success: true, data: present(after) }
    },
  }),
  v2({
    method: 'DELETE',
    path: one,
    tokens: 3,
    scopes: write,
    handle: ({ account, params }) => {
      const variation = find(account, params)
      removeRow(account, account.store.variations, variation)
      return { success: true, data: { id: variation.id } }
    },
  }),
  v2({
    method: 'POST',
    path: '/products/{id}/duplicate',
    tokens: 5,
    scopes: write,
    status: 201,
    handle: ({ account, caller, params }) => {
      const { store, clock } = account
      const now = seconds(clock.now())
      const id = store.products.nextId()
      const copy = { ...findProduct(account, params), id, add_time: now, update_time: now }
      insert(account, 'product', copy, { userId: caller.userId, source: 'api' })
      return { success: true, data: products.present(store, copy, {}) }
    },
  }),
]
