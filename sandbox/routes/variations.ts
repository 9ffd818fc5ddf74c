import type { Variation } from '../dealProducts.ts'
import { dropRow, insert, keepRow } from '../edits.ts'
import { priceBody, pricesOf, products } from '../entities/product.ts'
import { notFound } from '../errors.ts'
import { pageOf } from '../pageOf.ts'
import { paging } from '../paging.ts'
import type { Params, Route } from '../route.ts'
import { v2 } from '../route.ts'
import { list, object, shortText } from '../schema.ts'
import { seconds } from '../time.ts'
import type { World } from '../world.ts'
import { pathId } from './records.ts'

const read = ['products:read', 'products:full']
const write = ['products:full']
const path = '/products/{id}/variations'
const one = `${path}/{product_variation_id}`
const body = { name: shortText, prices: list(priceBody) }

const findProduct = ({ store }: World, params: Params) => {
  const product = store.products.get(pathId(params))
  if (!product || product.is_deleted) throw notFound('Product')
  return product
}
const find = (world: World, params: Params) => {
  const variation = world.store.variations.get(Number(params['product_variation_id']))
  if (variation?.product_id !== findProduct(world, params).id) throw notFound('Product variation')
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
    handle: ({ world, params, query }) => {
      const { id } = findProduct(world, params)
      return pageOf(world.store.variations.by('product_id', id), query, `${path} ${id}`, present)
    },
  }),
  v2({
    method: 'POST',
    path,
    tokens: 5,
    scopes: write,
    status: 201,
    body: object(body, ['name']),
    handle: ({ world, caller, params, body: { name, prices } }) => {
      const { store, clock } = world
      const currency = store.users.get(caller.userId)?.default_currency ?? 'EUR'
      const variation = keepRow(world, store.variations, {
        id: store.variations.nextId(),
        product_id: findProduct(world, params).id,
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
    handle: ({ world, params, body: { name, prices } }) => {
      const before = find(world, params)
      const after = keepRow(world, world.store.variations, {
        ...before,
        ...(name !== undefined && { name }),
        ...(prices && { prices: pricesOf(world.store, prices) }),
      })
      return { success: true, data: present(after) }
    },
  }),
  v2({
    method: 'DELETE',
    path: one,
    tokens: 3,
    scopes: write,
    handle: ({ world, params }) => {
      const variation = find(world, params)
      dropRow(world, world.store.variations, variation)
      return { success: true, data: { id: variation.id } }
    },
  }),
  v2({
    method: 'POST',
    path: '/products/{id}/duplicate',
    tokens: 5,
    scopes: write,
    status: 201,
    handle: ({ world, caller, params }) => {
      const { store, clock } = world
      const now = seconds(clock.now())
      const id = store.products.nextId()
      const copy = { ...findProduct(world, params), id, add_time: now, update_time: now }
      insert(world, 'product', copy, { userId: caller.userId, source: 'api' })
      return { success: true, data: products.present(store, copy, {}) }
    },
  }),
]
