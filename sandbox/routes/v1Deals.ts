import { presentNestedDeal, presentV1Deal } from '../entities/v1Deal.ts'
import { notFound } from '../errors.ts'
import * as q from '../query.ts'
import type { Deal } from '../records.ts'
import type { Route } from '../route.ts'
import { v1 } from '../route.ts'
import type { Store } from '../store.ts'
import { pageAt, v1Paging } from '../v1Paging.ts'
import type { Caller, Account } from '../account.ts'
import { filterBy } from './recordList.ts'
import { pathId } from './records.ts'

const scopes = ['deals:read', 'deals:full']

const narrowing = {
  filter_id: q.integer,
  user_id: q.integer,
  everyone: q.oneOf(['0', '1']),
  ...v1Paging,
}
type Narrowing = q.Query<typeof narrowing>

/** Condition of the list: the filter, else the user, else the caller's own deals. */
const keepIn = ({ store }: Account, caller: Caller, query: Narrowing) => {
  if (query.filter_id !== undefined) return filterBy(store, 'deal', query.filter_id)
  if (query.everyone === '1') return () => true
  const owner = query.user_id ?? caller.userId
  return (deal: Deal) => deal.owner_id === owner
}

const listed = (
  { store }: Account,
  deals: readonly Deal[],
  query: q.Query<typeof v1Paging>,
  present: (store: Store, deal: Deal) => object = presentV1Deal,
) => {
  const { rows, place } = pageAt(deals, query)
  return { success: true, data: rows.map(deal => present(store, deal)), additional_data: place }
}
const isListed = (deal: Deal) => !deal.is_deleted && !deal.is_archived

/** Lists of deals that only v1 has. */
export const v1DealRoutes: readonly Route[] = [
  v1({
    method: 'GET',
    path: '/pipelines/{id}/deals',
    tokens: 20,
    scopes,
    query: { ...narrowing, stage_id: q.integer },
    handle: ({ account, caller, params, query }) => {
      const id = pathId(params)
      if (!account.store.pipelines.get(id)) throw notFound('Pipeline')
      const keep = keepIn(account, caller, query)
      const { stage_id } = query
      const deals = account.store.deals
        .by('pipeline_id', id)
        .filter(deal => stage_id === undefined || deal.stage_id === stage_id)
      return listed(account, deals.filter(isListed).filter(keep), query)
    },
  }),
  v1({
    method: 'GET',
    path: '/stages/{id}/deals',
    tokens: 20,
    scopes,
    query: narrowing,
    handle: ({ account, caller, params, query }) => {
      const id = pathId(params)
      if (!account.store.stages.get(id)) throw notFound('Stage')
      const deals = account.store.deals.by('stage_id', id).filter(isListed)
      return listed(account, deals.filter(keepIn(account, caller, query)), query)
    },
  }),
  v1({
    method: 'GET',
    path: '/products/{id}/deals',
    tokens: 20,
    scopes,
    query: {
      status: q.oneOf(['open', 'won', 'lost', 'deleted', 'all_not_deleted']),
      ...v1Paging,
    },
    handle: ({ account, params, query }) => {
      const { store } = account
      const id = pathId(params)
      if (!store.products.get(id)) throw notFound('Product')
      const { status = 'all_not_deleted' } = query
      const ids = new Set(store.dealProducts.by('product_id', id).map(line => line.deal_id))
      const statusOf = (deal: Deal) => (deal.is_deleted ? 'deleted' : deal.status)
      const deals = [...ids]
        .map(dealId => store.deals.get(dealId))
        .filter(deal => deal !== undefined)
        .filter(
          deal => statusOf(deal) === status || (status === 'all_not_deleted' && isListed(deal)),
        )
      return listed(account, deals, query, presentNestedDeal)
    },
  }),
]
