import { removeRow, setRow } from '../changes.ts'
import { notFound } from '../errors.ts'
import type { Comment } from '../notes.ts'
import type { Params, Route } from '../route.ts'
import { v1 } from '../route.ts'
import { filledText, object } from '../schema.ts'
import { milliseconds } from '../time.ts'
import { pageAt, v1Paging, withNext } from '../v1Paging.ts'
import type { Account } from '../account.ts'
import { findNote } from './notes.ts'

const read = ['deals:read', 'deals:full', 'contacts:read', 'contacts:full']
const write = ['deals:full', 'contacts:full']
const path = '/notes/{id}/comments'
const one = `${path}/{commentId}`
const body = object({ content: filledText }, ['content'])

const find = (account: Account, params: Params) => {
  const comment = account.store.comments.get(params['commentId'] ?? '')
  if (comment?.note_id !== findNote(account, params).id) throw notFound('Comment')
  return comment
}

const present = ({ store }: Account, { id, note_id, ...comment }: Comment) => ({
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
    handle: ({ account, params, query }) => {
      const all = account.store.comments.by('note_id', findNote(account, params).id)
      const { rows, place } = pageAt(all, query)
      const data = rows.map(comment => present(account, comment))
      return { success: true, data, additional_data: withNext(place) }
    },
  }),
  v1({
    method: 'GET',
    path: one,
    tokens: 2,
    scopes: read,
    handle: ({ account, params }) => ({
      success: true,
      data: present(account, find(account, params)),
    }),
  }),
  v1({
    method: 'POST',
    path,
    tokens: 10,
    scopes: write,
    body,
    handle: ({ account, caller, params, body }) => {
      const now = milliseconds(account.clock.now())
      const comment = setRow(account, account.store.comments, {
        id: account.store.random.uuid(),
        note_id: findNote(account, params).id,
        content: body.content,
        user_id: caller.userId,
        updater_id: caller.userId,
        add_time: now,
        update_time: now,
      })
      return { success: true, data: present(account, comment) }
    },
  }),
  v1({
    method: 'PUT',
    path: one,
    tokens: 10,
    scopes: write,
    body,
    handle: ({ account, caller, params, body }) => {
      const comment = setRow(account, account.store.comments, {
        ...find(account, params),
        content: body.content,
        updater_id: caller.userId,
        update_time: milliseconds(account.clock.now()),
      })
      return { success: true, data: present(account, comment) }
    },
  }),
  v1({
    method: 'DELETE',
    path: one,
    tokens: 6,
    scopes: write,
    handle: ({ account, params }) => {
      removeRow(account, account.store.comments, find(account, params))
      return { success: true, data: true }
    },
  }),
]
