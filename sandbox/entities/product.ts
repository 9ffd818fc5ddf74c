import { invalid, refused } from '../errors.ts'
import { mergeCustomFields } from '../fields/check.ts'
import { customFieldsOf, optionsOf } from '../fields/fieldsOf.ts'
import { restShape } from '../fields/shapes.ts'
import { paging } from '../paging.ts'
import * as q from '../query.ts'
import type { Price, Product } from '../records.ts'
import { billingFrequencies } from '../records.ts'
import {
  anything,
  boolean,
  filledText,
  id,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  text,
} from '../schema.ts'
import type { TypeOf } from '../schema.ts'
import type { Store } from '../store.ts'
import { seconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import type { Entity, View } from './entity.ts'
import { checkCurrency, checkLinks } from './links.ts'

export const priceBody = object(
  { currency: text, price: number, cost: number, direct_cost: nullable(number), notes: text },
  ['currency'],
)
const shared = {
  code: text,
  description: text,
  unit: text,
  tax: number,
  category: number,
  owner_id: id,
  is_linkable: boolean,
  visible_to: oneOf([1, 3, 5, 7]),
  prices: list(priceBody),
  custom_fields: anything,
  billing_frequency: oneOf(billingFrequencies),
  billing_frequency_cycles: nullable(integer),
}
const toAdd = object({ name: filledText, ...shared }, ['name'])
const toChange = object({ name: filledText, ...shared })
type ToAdd = TypeOf<typeof toAdd>
type ToChange = TypeOf<typeof toChange>

/** One price for each currency. */
export const pricesOf = (store: Store, given: readonly TypeOf<typeof priceBody>[]) => {
  const seen = new Set<string>()
  return given.map(({ currency, price = 0, cost = 0, direct_cost = null, notes = '' }): Price => {
    checkCurrency(store, currency)
    if (seen.has(currency)) throw invalid(`prices: there is more than one in ${currency}`)
    seen.add(currency)
    return { currency, price, cost, direct_cost, notes }
  })
}

const maxCycles = 208
/** Refuses cycles of what is billed once. */
export const checkCycles = (frequency: string, cycles: number | null) => {
  if (cycles === null) return
  if (frequency === 'one-time') throw invalid('billing_frequency_cycles must be null for one-time')
  if (cycles < 1 || cycles > maxCycles)
    throw invalid(`billing_frequency_cycles must be between 1 and ${maxCycles}`)
}

const merged = (store: Store, body: ToChange, before: Product): Product => {
  const { prices, custom_fields, ...rest } = body
  const { owner_id, category } = body
  if (owner_id !== undefined) checkLinks(store, { owner_id })
  const categories = optionsOf(store, 'product', 'category')
  if (category !== undefined && !categories.some(option => option.id === category))
    throw refused(`category ${category} does not exist`)
  const after = {
    ...before,
    ...rest,
    prices: prices ? pricesOf(store, prices) : before.prices,
    custom_fields: mergeCustomFields(
      store,
      customFieldsOf(store, 'product'),
      before.custom_fields,
      custom_fields,
    ),
  }
  checkCycles(after.billing_frequency, after.billing_frequency_cycles)
  return after
}

const add = ({ store, clock }: Account, caller: Caller, body: ToAdd): Product => {
  const now = seconds(clock.now())
  const currency = store.users.get(caller.userId)?.default_currency ?? 'EUR'
  return merged(store, body, {
    id: store.products.nextId(),
    name: body.name,
    code: null,
    description: null,
    unit: null,
    tax: 0,
    category: null,
    owner_id: caller.userId,
    is_linkable: true,
    visible_to: 3,
    billing_frequency: 'one-time',
    billing_frequency_cycles: null,
    prices: pricesOf(store, [{ currency }]),
    add_time: now,
    update_time: now,
    is_deleted: false,
    deleted_at: null,
    custom_fields: {},
  })
}

const present = (store: Store, product: Product, view: View) => {
  const { deleted_at: _, custom_fields, prices, category, ...rest } = product
  const categories = optionsOf(store, 'product', 'category')
  return {
    ...rest,
    category: categories.find(option => option.id === category)?.label ?? null,
    prices: prices.map(price => ({ product_id: product.id, ...price })),
    custom_fields: restShape(customFieldsOf(store, 'product'), custom_fields, {
      only: view.custom_fields,
    }),
  }
}

/** https://developers.pipedrive.com/docs/api/v1/Products */
export const products: Entity<'product', ToAdd, ToChange> = {
  kind: 'product',
  title: 'Product',
  path: '/products',
  scopes: { read: ['products:read', 'products:full'], write: ['products:full'] },
  narrowing: { owner_id: q.integer },
  equal: ['owner_id'],
  optional: [],
  sortable: ['id', 'name', 'add_time', 'update_time'],
  custom: true,
  listQuery: {
    owner_id: q.integer,
    ids: q.ids,
    filter_id: q.integer,
    updated_since: q.time,
    custom_fields: q.csv(15),
    sort_by: q.oneOf(['id', 'name', 'add_time', 'update_time']),
    sort_direction: q.oneOf(['asc', 'desc']),
    ...paging,
  },
  viewQuery: {},
  addStatus: 201,
  addBody: toAdd,
  changeBody: toChange,
  collection: store => store.products,
  add,
  change: ({ store }, before, body) => merged(store, body, before),
  present,
}
