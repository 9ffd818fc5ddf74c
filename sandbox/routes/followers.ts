import { notFound } from '../errors.ts'
import { followerBody as body, followings, follow, itemOf, unfollow } from '../following.ts'
import type { Following } from '../following.ts'
import { pageOf } from '../pageOf.ts'
import { paging } from '../paging.ts'
import type { Followed, Follower } from '../relations.ts'
import type { Route } from '../route.ts'
import { v2 } from '../route.ts'
import { pathId } from './records.ts'
import { pathNumber } from '../pathNumber.ts'

const present = ({ user_id, add_time }: Follower) => ({ user_id, add_time })

const v2Routes = (kind: Followed, { path, read, write }: Following): readonly Route[] => [
  v2({
    method: 'GET',
    path,
    tokens: 10,
    scopes: read,
    query: paging,
    handle: ({ account, params, query }) => {
      const { key } = itemOf(account, kind, params)
      return pageOf(account.store.followers.by('item', key), query, key, present)
    },
  }),
  v2({
    method: 'POST',
    path,
    tokens: 5,
    scopes: write,
    status: 201,
    body,
    handle: ({ account, caller, params, body: { user_id } }) => ({
      success: true,
      data: present(follow(account, caller, itemOf(account, kind, params), user_id)),
    }),
  }),
  v2({
    method: 'DELETE',
    path: `${path}/{follower_id}`,
    tokens: 3,
    scopes: write,
    handle: ({ account, caller, params }) => {
      const id = pathNumber(params['follower_id'])
      const item = itemOf(account, kind, params)
      const { user_id } = unfollow(account, caller, item, one => one.user_id === id)
      return { success: true, data: { user_id } }
    },
  }),
  v2({
    method: 'GET',
    path: `${path}/changelog`,
    tokens: 10,
    scopes: read,
    query: paging,
    handle: ({ account, params, query }) => {
      const { key } = itemOf(account, kind, params)
      const changes = account.store.followChanges.by('item', key)
      return pageOf(
        changes,
        query,
        `${key} changes`,
        ({ id: _, item: _i, add_time, ...change }) => ({
          ...change,
          time: add_time,
        }),
      )
    },
  }),
]

/** Followers of users, of which the sandbox has none. */
const ofUsers: readonly Route[] = [
  v2({
    method: 'GET',
    path: '/users/{id}/followers',
    tokens: 10,
    scopes: ['users:read'],
    query: paging,
    handle: ({ account, params }) => {
      if (!account.store.users.get(pathId(params))) throw notFound('User')
      return { success: true, data: [], additional_data: { next_cursor: null } }
    },
  }),
]

const routesOf = (kind: Followed) => v2Routes(kind, followings[kind])

/** https://developers.pipedrive.com/docs/api/v1/Deals#getDealFollowers and its like */
export const followerRoutes: readonly Route[] = [
  ...routesOf('deal'),
  ...routesOf('person'),
  ...routesOf('organization'),
  ...routesOf('product'),
  ...ofUsers,
]
