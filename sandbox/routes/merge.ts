import { insert } from '../changes.ts'
import { notFound } from '../errors.ts'
import { presentV1Deal } from '../entities/v1Deal.ts'
import { presentV1Person } from '../entities/v1Person.ts'
import { mergeRecords } from '../merging.ts'
import type { Route } from '../route.ts'
import { v1 } from '../route.ts'
import { id, object } from '../schema.ts'
import { seconds } from '../time.ts'
import { pathId } from './records.ts'

const body = object({ merge_with_id: id }, ['merge_with_id'])
const api = (userId: number) => ({ userId, source: 'api' as const })

/** Merges the record of the path into that of `merge_with_id`; the latter has priority. */
export const mergeRoutes: readonly Route[] = [
  v1({
    method: 'PUT',
    path: '/deals/{id}/merge',
    tokens: 40,
    scopes: ['deals:full'],
    body,
    handle: ({ account, caller, params, body: { merge_with_id: into } }) => {
      const from = pathId(params)
      const deal = mergeRecords(account, 'deal', { from, into }, api(caller.userId))
      return { success: true, data: { ...presentV1Deal(account.store, deal), merge_what_id: from } }
    },
  }),
  v1({
    method: 'PUT',
    path: '/persons/{id}/merge',
    tokens: 40,
    scopes: ['contacts:full'],
    body,
    handle: ({ account, caller, params, body: { merge_with_id: into } }) => {
      const from = pathId(params)
      const person = mergeRecords(account, 'person', { from, into }, api(caller.userId))
      const data = { ...presentV1Person(account.store, person), merge_what_id: from }
      return { success: true, data }
    },
  }),
  v1({
    method: 'PUT',
    path: '/organizations/{id}/merge',
    tokens: 40,
    scopes: ['contacts:full'],
    body,
    handle: ({ account, caller, params, body: { merge_with_id: into } }) => {
      const from = pathId(params)
      const { id } = mergeRecords(account, 'organization', { from, into }, api(caller.userId))
      return { success: true, data: { id } }
    },
  }),
  v1({
    method: 'POST',
    path: '/deals/{id}/duplicate',
    tokens: 10,
    scopes: ['deals:full'],
    handle: ({ account, caller, params }) => {
      const { store, clock } = account
      const deal = store.deals.get(pathId(params))
      if (!deal || deal.is_deleted) throw notFound('Deal')
      const now = seconds(clock.now())
      const copy = {
        ...deal,
        id: store.deals.nextId(),
        creator_user_id: caller.userId,
        add_time: now,
        update_time: now,
      }
      insert(account, 'deal', copy, api(caller.userId))
      for (const line of store.dealProducts.by('deal_id', deal.id))
        store.dealProducts.set({ ...line, id: store.dealProducts.nextId(), deal_id: copy.id })
      return { success: true, data: presentV1Deal(store, copy) }
    },
  }),
]
