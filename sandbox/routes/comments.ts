import { dropRow, keepRow } from '../edits.ts'
import { notFound } from '../errors.ts'
import type { Comment } from '../notes.ts'
import type { Params, Route } from '../route.ts'
import { v1 } from '../route.ts'
import { filledText, object } from '../schema.ts'
import { milliseconds } from '../time.ts'
import { pageAt, v1Paging, withNext } from '../v1Paging.ts'
import type { World } from '../world.ts'
import { findNote } from './notes.ts'

const read = ['deals:read', 'deals:full', 'contacts:read', 'contacts:full']
const write = ['deals:full', 'contacts:full']
const path = '/notes/{id}/comments'
const one = `${path}/{commentId}`
const body = object({ content: filledText }, ['content'])

const find = (world: World, params: Params) => {
  const comment = world.store.comments.get(params['commentId'] ?? '')
  if (comment?.note_id !== findNote(world, params).id) throw notFound('Comment')
  return comment
}

const present = ({ store }: World, { id, note_id, ...comment }: Comment) => ({
  ...comment,
  uuid: id,
  active_flag: true,
  object_id: String(note_id),
  object_type: 'note',
  company_id: store.company.id,
})

/** https://developers.pipedrive.com/docs/api/v1/Notes: what is said about a note. */
export const commentRoutes: readonly Route[] = [
  v1({
    method: 'GET',
    path,
    tokens: 20,
    scopes: read,
    query: v1Paging,
    handle: ({ world, params, query }) => {
      const all = world.store.comments.by('note_id', findNote(world, params).id)
      const { rows, place } = pageAt(all, query)
      const data = rows.map(comment => present(world, comment))
      return { success: true, data, additional_data: withNext(place) }
    },
  }),
  v1({
    method: 'GET',
    path: one,
    tokens: 2,
    scopes: read,
    handle: ({ world, params }) => ({ success: true, data: present(world, find(world, params)) }),
  }),
  v1({
    method: 'POST',
    path,
    tokens: 10,
    scopes: write,
    body,
    handle: ({ world, caller, params, body }) => {
      const now = milliseconds(world.clock.now())
      const comment = keepRow(world, world.store.comments, {
        id: world.store.random.uuid(),
        note_id: findNote(world, params).id,
        content: body.content,
        user_id: caller.userId,
        updater_id: caller.userId,
        add_time: now,
        update_time: now,
      })
      return { success: true, data: present(world, comment) }
    },
  }),
  v1({
    method: 'PUT',
    path: one,
    tokens: 10,
    scopes: write,
    body,
    handle: ({ world, caller, params, body }) => {
      const comment = keepRow(world, world.store.comments, {
        ...find(world, params),
        content: body.content,
        updater_id: caller.userId,
        update_time: milliseconds(world.clock.now()),
      })
      return { success: true, data: present(world, comment) }
    },
  }),
  v1({
    method: 'DELETE',
    path: one,
    tokens: 6,
    scopes: write,
    handle: ({ world, params }) => {
      dropRow(world, world.store.comments, find(world, params))
      return { success: true, data: true }
    },
  }),
]
