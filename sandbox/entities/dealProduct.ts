import type { DealProduct } from '../dealProducts.ts'
import { notFound, refused } from '../errors.ts'
import { billingFrequencies } from '../records.ts'
import { boolean, date, id, integer, nullable, number, object, oneOf, text } from '../schema.ts'
import type { TypeOf } from '../schema.ts'
import { seconds } from '../time.ts'
import type { Account } from '../account.ts'
import { checkCycles } from './product.ts'

const body = {
  product_id: id,
  item_price: number,
  quantity: number,
  tax: number,
  comments: text,
  discount: number,
  is_enabled: boolean,
  tax_method: oneOf(['exclusive', 'inclusive', 'none']),
  discount_type: oneOf(['percentage', 'amount']),
  product_variation_id: nullable(id),
  billing_frequency: oneOf(billingFrequencies),
  billing_frequency_cycles: nullable(integer),
  billing_start_date: nullable(date),
}
export const lineToAdd = object(body, ['product_id', 'item_price', 'quantity'])
export const lineToChange = object(body)
type LineToAdd = TypeOf<typeof lineToAdd>
type LineToChange = TypeOf<typeof lineToChange>

export const findDeal = ({ store }: Account, dealId: number) => {
  const deal = store.deals.get(dealId)
  if (!deal || deal.is_deleted) throw notFound('Deal')
  return deal
}

const checked = ({ store }: Account, line: DealProduct): DealProduct => {
  const product = store.products.get(line.product_id)
  if (!product || product.is_deleted) throw refused(`product_id ${line.product_id} does not exist`)
  if (!product.is_linkable) throw refused(`product_id ${line.product_id} can not be linked`)
  const variation = line.product_variation_id
  if (variation !== null && store.variations.get(variation)?.product_id !== product.id)
    throw refused(`product_variation_id ${variation} does not exist`)
  checkCycles(line.billing_frequency, line.billing_frequency_cycles)
  return { ...line, name: product.name }
}

const step = 10
const nextPlace = (lines: readonly DealProduct[]) =>
  Math.max(0, ...lines.map(({ order_nr }) => order_nr)) + step

export const newLine = (account: Account, dealId: number, given: LineToAdd): DealProduct => {
  const { store, clock } = account
  const deal = findDeal(account, dealId)
  const product = store.products.get(given.product_id)
  const now = seconds(clock.now())
  return checked(account, {
    id: store.dealProducts.nextId(),
    deal_id: deal.id,
    name: '',
    product_variation_id: null,
    tax: product?.tax ?? 0,
    tax_method: 'inclusive',
    discount: 0,
    discount_type: 'percentage',
    currency: deal.currency,
    comments: '',
    is_enabled: true,
    order_nr: nextPlace(store.dealProducts.by('deal_id', deal.id)),
    billing_frequency: 'one-time',
    billing_frequency_cycles: null,
    billing_start_date: null,
    ...given,
    add_time: now,
    update_time: now,
  })
}

export const changedLine = (account: Account, before: DealProduct, given: LineToChange) =>
  checked(account, { ...before, ...given, update_time: seconds(account.clock.now()) })

/** Sum of a line: price times quantity, less the discount, plus a tax that the price excludes. */
const sumOf = (line: DealProduct) => {
  const full = line.item_price * line.quantity
  const less = line.discount_type === 'amount' ? line.discount : (full * line.discount) / 100
  const tax = line.tax_method === 'exclusive' ? 1 + line.tax / 100 : 1
  return Math.round((full - less) * tax * 100) / 100
}

export const presentLine = (line: DealProduct) => ({ ...line, sum: sumOf(line) })
