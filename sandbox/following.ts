import { collectionOf, removeRow, setRow } from './changes.ts'
import { notFound, refused } from './errors.ts'
import type { Followed, Follower } from './relations.ts'
import type { Params } from './route.ts'
import { id, object } from './schema.ts'
import { seconds } from './time.ts'
import type { Caller, Account } from './account.ts'
import { pathNumber } from './pathNumber.ts'

export const followerBody = object({ user_id: id }, ['user_id'])

export interface Following {
  readonly path: string
  readonly read: readonly string[]
  readonly write: readonly string[]
}

const of = (name: string, scope: string): Following => ({
  path: `/${name}/{id}/followers`,
  read: [`${scope}:read`, `${scope}:full`],
  write: [`${scope}:full`],
})
export const followings: Readonly<Record<Followed, Following>> = {
  deal: of('deals', 'deals'),
  person: of('persons', 'contacts'),
  organization: of('organizations', 'contacts'),
  product: of('products', 'products'),
}

interface Item {
  readonly kind: Followed
  readonly id: number
  readonly key: string
}
const titles = { deal: 'Deal', person: 'Person', organization: 'Organization', product: 'Product' }

export const itemOf = ({ store }: Account, kind: Followed, params: Params): Item => {
  const record = collectionOf(store, kind).get(pathNumber(params['id']))
  if (!record || record.is_deleted) throw notFound(titles[kind])
  return { kind, id: record.id, key: `${kind} ${record.id}` }
}

const record = (
  account: Account,
  caller: Caller,
  action: 'added' | 'removed',
  { item, user_id }: Follower,
) =>
  setRow(account, account.store.followChanges, {
    id: account.store.followChanges.nextId(),
    item,
    action,
    actor_user_id: caller.userId,
    follower_user_id: user_id,
    add_time: seconds(account.clock.now()),
  })

export const follow = (
  account: Account,
  caller: Caller,
  { kind, id, key }: Item,
  userId: number,
) => {
  const { store, clock } = account
  if (!store.users.get(userId)?.active) throw refused(`user_id ${userId} does not exist`)
  const known = store.followers.by('item', key).find(one => one.user_id === userId)
  if (known) return known
  const follower = setRow(account, store.followers, {
    id: store.followers.nextId(),
    kind,
    item_id: id,
    item: key,
    user_id: userId,
    add_time: seconds(clock.now()),
  })
  record(account, caller, 'added', follower)
  return follower
}

/** Ends a following, which v1 finds by its own id and v2 by that of the user. */
export const unfollow = (
  account: Account,
  caller: Caller,
  { key }: Item,
  is: (follower: Follower) => boolean,
) => {
  const follower = account.store.followers.by('item', key).find(is)
  if (!follower) throw notFound('Follower')
  removeRow(account, account.store.followers, follower)
  record(account, caller, 'removed', follower)
  return follower
}
