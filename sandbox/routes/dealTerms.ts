import type { Discount, Installment } from '../dealProducts.ts'
import { dropRow, keepRow } from '../edits.ts'
import { findDeal } from '../entities/dealProduct.ts'
import { notFound, refused } from '../errors.ts'
import { pageOf, sorting } from '../pageOf.ts'
import * as q from '../query.ts'
import type { Params, Route } from '../route.ts'
import { v2 } from '../route.ts'
import { date, filledText, number, object, oneOf } from '../schema.ts'
import { seconds } from '../time.ts'
import type { World } from '../world.ts'
import { pathId } from './records.ts'

const scopes = ['deals:read', 'deals:full']

const discountBody = {
  description: filledText,
  amount: number,
  type: oneOf(['percentage', 'amount']),
}
const installmentBody = { description: filledText, amount: number, billing_date: date }

const presentDiscount = ({ add_time, update_time, ...discount }: Discount) => ({
  ...discount,
  created_at: add_time,
  updated_at: update_time,
})
const presentInstallment = ({ add_time: _, ...installment }: Installment) => installment

const findDiscount = (world: World, params: Params) => {
  const discount = world.store.discounts.get(params['discount_id'] ?? '')
  if (discount?.deal_id !== findDeal(world, pathId(params)).id) throw notFound('Discount')
  return discount
}
const findInstallment = (world: World, params: Params) => {
  const installment = world.store.installments.get(Number(params['installment_id']))
  if (installment?.deal_id !== findDeal(world, pathId(params)).id) throw notFound('Installment')
  return installment
}

/** https://developers.pipedrive.com/docs/api/v1/Deals#getAdditionalDiscounts */
const discounts: readonly Route[] = [
  v2({
    method: 'GET',
    path: '/deals/{id}/discounts',
    tokens: 10,
    scopes,
    handle: ({ world, params }) => {
      const { id } = findDeal(world, pathId(params))
      return { success: true, data: world.store.discounts.by('deal_id', id).map(presentDiscount) }
    },
  }),
  v2({
    method: 'POST',
    path: '/deals/{id}/discounts',
    tokens: 5,
    scopes,
    status: 201,
    body: object(discountBody, ['description', 'amount', 'type']),
    handle: ({ world, caller, params, body }) => {
      const now = seconds(world.clock.now())
      const discount = keepRow(world, world.store.discounts, {
        ...body,
        id: world.store.random.uuid(),
        deal_id: findDeal(world, pathId(params)).id,
        created_by: caller.userId,
        updated_by: caller.userId,
        add_time: now,
        update_time: now,
      })
      return { success: true, data: presentDiscount(discount) }
    },
  }),
  v2({
    method: 'PATCH',
    path: '/deals/{id}/discounts/{discount_id}',
    tokens: 5,
    scopes,
    body: object(discountBody),
    handle: ({ world, caller, params, body }) => {
      const discount = keepRow(world, world.store.discounts, {
        ...findDiscount(world, params),
        ...body,
        updated_by: caller.userId,
        update_time: seconds(world.clock.now()),
      })
      return { success: true, data: presentDiscount(discount) }
    },
  }),
  v2({
    method: 'DELETE',
    path: '/deals/{id}/discounts/{discount_id}',
    tokens: 3,
    scopes,
    handle: ({ world, params }) => {
      const discount = findDiscount(world, params)
      dropRow(world, world.store.discounts, discount)
      return { success: true, data: { id: discount.id } }
    },
  }),
]

/** https://developers.pipedrive.com/docs/api/v1/Deals#getInstallments; they need a product. */
const installments: readonly Route[] = [
  v2({
    method: 'GET',
    path: '/deals/installments',
    tokens: 10,
    scopes,
    query: { deal_ids: q.required(q.repeatableIds), ...sorting(['id', 'billing_date', 'deal_id']) },
    handle: ({ world, query }) => {
      const ids = query.deal_ids ?? []
      const all = ids.flatMap(id => world.store.installments.by('deal_id', id))
      return pageOf(all, query, '/deals/installments', presentInstallment)
    },
  }),
  v2({
    method: 'POST',
    path: '/deals/{id}/installments',
    tokens: 5,
    scopes,
    body: object(installmentBody, ['description', 'amount', 'billing_date']),
    handle: ({ world, params, body }) => {
      const { store, clock } = world
      const { id } = findDeal(world, pathId(params))
      if (!store.dealProducts.by('deal_id', id).some(line => line.is_enabled))
        throw refused('Installments need a product that is enabled in the deal')
      const installment = keepRow(world, store.installments, {
        ...body,
        id: store.installments.nextId(),
        deal_id: id,
        add_time: seconds(clock.now()),
      })
      return { success: true, data: presentInstallment(installment) }
    },
  }),
  v2({
    method: 'PATCH',
    path: '/deals/{id}/installments/{installment_id}',
    tokens: 5,
    scopes,
    body: object(installmentBody),
    handle: ({ world, params, body }) => {
      const before = findInstallment(world, params)
      const after = keepRow(world, world.store.installments, { ...before, ...body })
      return { success: true, data: presentInstallment(after) }
    },
  }),
  v2({
    method: 'DELETE',
    path: '/deals/{id}/installments/{installment_id}',
    tokens: 3,
    scopes,
    handle: ({ world, params }) => {
      const installment = findInstallment(world, params)
      dropRow(world, world.store.installments, installment)
      return { success: true, data: { id: installment.id } }
    },
  }),
]

export const dealTermRoutes: readonly Route[] = [...discounts, ...installments]
