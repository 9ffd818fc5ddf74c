import { notFound } from '../errors.ts'
import { followerBody as body, followings, follow, itemOf, unfollow } from '../following.ts'
import type { Following } from '../following.ts'
import type { Followed, Follower } from '../relations.ts'
import type { Route } from '../route.ts'
import { v1 } from '../route.ts'
import { plain } from '../time.ts'
import { pageAt, v1Paging, withNext } from '../v1Paging.ts'
import { pathId } from './records.ts'
import { pathNumber } from '../pathNumber.ts'

const links = {
  deal: 'deal_id',
  person: 'person_id',
  organization: 'org_id',
  product: 'product_id',
}

const presentV1 = (follower: Follower) => ({
  id: follower.id,
  user_id: follower.user_id,
  [links[follower.kind]]: follower.item_id,
  add_time: plain(Date.parse(follower.add_time)),
})

const v1Routes = (kind: Followed, { path, read, write }: Following): readonly Route[] => [
  v1({
    method: 'GET',
    path,
    tokens: 20,
    scopes: read,
    query: kind === 'product' ? v1Paging : {},
    handle: ({ account, params, query }) => {
      const all = account.store.followers.by('item', itemOf(account, kind, params).key)
      const { rows, place } = pageAt(all, query)
      const additional_data = kind === 'organization' ? withNext(place) : place
      return { success: true, data: rows.map(presentV1), additional_data }
    },
  }),
  v1({
    method: 'POST',
    path,
    tokens: 10,
    scopes: write,
    status: kind === 'product' ? 201 : 200,
    body,
    handle: ({ account, caller, params, body: { user_id } }) => ({
      success: true,
      data: presentV1(follow(account, caller, itemOf(account, kind, params), user_id)),
    }),
  }),
  v1({
    method: 'DELETE',
    path: `${path}/{follower_id}`,
    tokens: 6,
    scopes: write,
    handle: ({ account, caller, params }) => {
      const wanted = pathNumber(params['follower_id'])
      const item = itemOf(account, kind, params)
      const { id } = unfollow(account, caller, item, one => one.id === wanted)
      return { success: true, data: { id } }
    },
  }),
]

const routesOf = (kind: Followed) => v1Routes(kind, followings[kind])

/** Followers as v1 has them. */
export const v1FollowerRoutes: readonly Route[] = [
  ...routesOf('deal'),
  ...routesOf('person'),
  ...routesOf('organization'),
  ...routesOf('product'),
  v1({
    method: 'GET',
    path: '/users/{id}/followers',
    tokens: 20,
    scopes: ['users:read'],
    handle: ({ account, params }) => {
      if (!account.store.users.get(pathId(params))) throw notFound('User')
      return { success: true, data: [] }
    },
  }),
]
