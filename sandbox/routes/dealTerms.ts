import type { Discount, Installment } from '../dealProducts.ts'
import { removeRow, setRow } from '../changes.ts'
import { findDeal } from '../entities/dealProduct.ts'
import { notFound, refused } from '../errors.ts'
import { pageOf, sorting } from '../pageOf.ts'
import * as q from '../query.ts'
import type { Params, Route } from '../route.ts'
import { v2 } from '../route.ts'
import { date, filledText, number, object, oneOf } from '../schema.ts'
import { seconds } from '../time.ts'
import type { Account } from '../account.ts'
import { pathId } from './records.ts'
import { pathNumber } from '../pathNumber.ts'

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

const findDiscount = (account: Account, params: Params) => {
  const discount = account.store.discounts.get(params['discount_id'] ?? '')
  if (discount?.deal_id !== findDeal(account, pathId(params)).id) throw notFound('Discount')
  return discount
}
const findInstallment = (account: Account, params: Params) => {
  const installment = account.store.installments.get(pathNumber(params['installment_id']))
  if (installment?.deal_id !== findDeal(account, pathId(params)).id) throw notFound('Installment')
  return installment
}

/** https://developers.pipedrive.com/docs/api/v1/Deals#getAdditionalDiscounts */
const discounts: readonly Route[] = [
  v2({
    method: 'GET',
    path: '/deals/{id}/discounts',
    tokens: 10,
    scopes,
    handle: ({ account, params }) => {
      const { id } = findDeal(account, pathId(params))
      return { success: true, data: account.store.discounts.by('deal_id', id).map(presentDiscount) }
    },
  }),
  v2({
    method: 'POST',
    path: '/deals/{id}/discounts',
    tokens: 5,
    scopes,
    status: 201,
    body: object(discountBody, ['description', 'amount', 'type']),
    handle: ({ account, caller, params, body }) => {
      const now = seconds(account.clock.now())
      const discount = setRow(account, account.store.discounts, {
        ...body,
        id: account.store.random.uuid(),
        deal_id: findDeal(account, pathId(params)).id,
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
    handle: ({ account, caller, params, body }) => {
      const discount = setRow(account, account.store.discounts, {
        ...findDiscount(account, params),
        ...body,
        updated_by: caller.userId,
        update_time: seconds(account.clock.now()),
      })
      return { success: true, data: presentDiscount(discount) }
    },
  }),
  v2({
    method: 'DELETE',
    path: '/deals/{id}/discounts/{discount_id}',
    tokens: 3,
    scopes,
    handle: ({ account, params }) => {
      const discount = findDiscount(account, params)
      removeRow(account, account.store.discounts, discount)
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
    handle: ({ account, query }) => {
      const ids = query.deal_ids ?? []
      const all = ids.flatMap(id => account.store.installments.by('deal_id', id))
      return pageOf(all, query, '/deals/installments', presentInstallment)
    },
  }),
  v2({
    method: 'POST',
    path: '/deals/{id}/installments',
    tokens: 5,
    scopes,
    body: object(installmentBody, ['description', 'amount', 'billing_date']),
    handle: ({ account, params, body }) => {
      const { store, clock } = account
      const { id } = findDeal(account, pathId(params))
      if (!store.dealProducts.by('deal_id', id).some(line => line.is_enabled))
        throw refused('Installments need a product that is enabled in the deal')
      const installment = setRow(account, store.installments, {
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
    handle: ({ account, params, body }) => {
      const before = findInstallment(account, params)
      const after = setRow(account, account.store.installments, { ...before, ...body })
      return { success: true, data: presentInstallment(after) }
    },
  }),
  v2({
    method: 'DELETE',
    path: '/deals/{id}/installments/{installment_id}',
    tokens: 3,
    scopes,
    handle: ({ account, params }) => {
      const installment = findInstallment(account, params)
      removeRow(account, account.store.installments, installment)
      return { success: true, data: { id: installment.id } }
    },
  }),
]

export const dealTermRoutes: readonly Route[] = [...discounts, ...installments]
