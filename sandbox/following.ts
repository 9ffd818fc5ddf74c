import { collectionOf, dropRow, keepRow } from './edits.ts'
import { notFound, refused } from './errors.ts'
import type { Followed, Follower } from './relations.ts'
import type { Params } from './route.ts'
import { id, object } from './schema.ts'
import { seconds } from './time.ts'
import type { Caller, World } from './world.ts'

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

export const itemOf = ({ store }: World, kind: Followed, params: Params): Item => {
  const record = collectionOf(store, kind).get(Number(params['id']))
  if (!record || record.is_deleted) throw notFound(titles[kind])
  return { kind, id: record.id, key: `${kind} ${record.id}` }
}

const record = (
  world: World,
  caller: Caller,
  action: 'added' | 'removed',
  { item, user_id }: Follower,
) =>
  keepRow(world, world.store.followChanges, {
    id: world.store.followChanges.nextId(),
    item,
    action,
    actor_user_id: caller.userId,
    follower_user_id: user_id,
    add_time: seconds(world.clock.now()),
  })

export const follow = (world: World, caller: Caller, { kind, id, key }: Item, userId: number) => {
  const { store, clock } = world
  if (!store.users.get(userId)?.active) throw refused(`user_id ${userId} does not exist`)
  const known = store.followers.by('item', key).find(one => one.user_id === userId)
  if (known) return known
  const follower = keepRow(world, store.followers, {
    id: store.followers.nextId(),
    kind,
    item_id: id,
    item: key,
    user_id: userId,
    add_time: seconds(clock.now()),
  })
  record(world, caller, 'added', follower)
  return follower
}

/** Ends a following, which v1 finds by its own id and v2 by that of the user. */
export const unfollow = (
  world: World,
  caller: Caller,
  { key }: Item,
  is: (follower: Follower) => boolean,
) => {
  const follower = world.store.followers.by('item', key).find(is)
  if (!follower) throw notFound('Follower')
  dropRow(world, world.store.followers, follower)
  record(world, caller, 'removed', follower)
  return follower
}
