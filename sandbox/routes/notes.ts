import { removeRow, setRow } from '../changes.ts'
import { notFound } from '../errors.ts'
import { newNote, noteToAdd, noteToChange, presentNote, readNote } from '../entities/note.ts'
import type { Note, NoteLink } from '../notes.ts'
import { noteLinks, pinFlags } from '../notes.ts'
import * as q from '../query.ts'
import type { Params, Route } from '../route.ts'
import { v1 } from '../route.ts'
import { plain } from '../time.ts'
import { pageAt, v1Paging, withNext } from '../v1Paging.ts'
import { comparing, parseSort } from '../v1Sort.ts'
import type { Account } from '../account.ts'
import { pathNumber } from '../pathNumber.ts'

const read = ['deals:read', 'deals:full', 'contacts:read', 'contacts:full']
const write = ['deals:full', 'contacts:full']

export const findNote = ({ store }: Account, { id }: Params) => {
  const note = store.notes.get(pathNumber(id))
  if (!note) throw notFound('Note')
  return note
}

const pinned = q.oneOf(['0', '1'])
const listing = {
  user_id: q.integer,
  lead_id: q.text,
  deal_id: q.integer,
  person_id: q.integer,
  org_id: q.integer,
  project_id: q.integer,
  task_id: q.integer,
  sort: q.text,
  start_date: q.text,
  end_date: q.text,
  updated_since: q.time,
  pinned_to_lead_flag: pinned,
  pinned_to_deal_flag: pinned,
  pinned_to_organization_flag: pinned,
  pinned_to_person_flag: pinned,
  pinned_to_project_flag: pinned,
  pinned_to_task_flag: pinned,
  ...v1Paging,
}
const equal: readonly ('user_id' | NoteLink)[] = ['user_id', ...noteLinks]
const sortable = [
  'id',
  'user_id',
  'deal_id',
  'person_id',
  'org_id',
  'content',
  'add_time',
  'update_time',
]

const keep = (query: q.Query<typeof listing>) => (note: Note) =>
  equal.every(name => query[name] === undefined || note[name] === query[name]) &&
  Object.values(pinFlags).every(
    name => query[name] === undefined || note[name] === (query[name] === '1'),
  ) &&
  ![query.project_id, query.task_id].some(id => id !== undefined) &&
  ![query.pinned_to_project_flag, query.pinned_to_task_flag].includes('1') &&
  note.add_time.slice(0, 10) >= (query.start_date ?? '') &&
  note.add_time.slice(0, 10) <= (query.end_date ?? '9') &&
  Date.parse(`${note.update_time.replace(' ', 'T')}Z`) >= (query.updated_since ?? -Infinity)

const yesOrNo = [
  { id: 1, label: 'Yes' },
  { id: 0, label: 'No' },
]
const noteFields = ['content', ...Object.values(pinFlags)].map((key, index) => ({
  id: index + 1,
  key,
  name: key.replace(/_flag$/, '').replaceAll('_', ' '),
  field_type: key === 'content' ? 'text' : 'enum',
  active_flag: true,
  edit_flag: key !== 'content',
  bulk_edit_allowed: true,
  ...(key !== 'content' && { options: yesOrNo }),
  mandatory_flag: true,
}))
const noteFieldsPlace = { start: 0, limit: 100, more_items_in_collection: false }

/** https://developers.pipedrive.com/docs/api/v1/Notes */
export const noteRoutes: readonly Route[] = [
  v1({
    method: 'GET',
    path: '/notes',
    tokens: 20,
    scopes: read,
    query: listing,
    handle: ({ account, caller, query }) => {
      const all = account.store.notes.all().filter(keep(query))
      const { rows, place } = pageAt(all.sort(comparing(parseSort(query.sort, sortable))), query)
      const data = rows.map(note => presentNote(account.store, note, caller.userId))
      return { success: true, data, additional_data: withNext(place) }
    },
  }),
  v1({
    method: 'GET',
    path: '/notes/{id}',
    tokens: 2,
    scopes: read,
    handle: ({ account, caller, params }) => ({
      success: true,
      data: presentNote(account.store, findNote(account, params), caller.userId),
    }),
  }),
  v1({
    method: 'POST',
    path: '/notes',
    tokens: 10,
    scopes: write,
    body: noteToAdd,
    handle: ({ account, caller, body }) => {
      const note = readNote(account, caller, body, newNote(account, caller))
      setRow(account, account.store.notes, note)
      return { success: true, data: presentNote(account.store, note, caller.userId) }
    },
  }),
  v1({
    method: 'PUT',
    path: '/notes/{id}',
    tokens: 10,
    scopes: write,
    body: noteToChange,
    handle: ({ account, caller, params, body }) => {
      const note = setRow(account, account.store.notes, {
        ...readNote(account, caller, body, findNote(account, params)),
        update_time: plain(account.clock.now()),
        last_update_user_id: caller.userId,
      })
      return { success: true, data: presentNote(account.store, note, caller.userId) }
    },
  }),
  v1({
    method: 'DELETE',
    path: '/notes/{id}',
    tokens: 6,
    scopes: write,
    handle: ({ account, params }) => {
      const { notes, comments } = account.store
      const note = findNote(account, params)
      for (const comment of comments.by('note_id', note.id)) removeRow(account, comments, comment)
      removeRow(account, notes, note)
      return { success: true, data: true }
    },
  }),
  v1({
    method: 'GET',
    path: '/noteFields',
    tokens: 20,
    scopes: read,
    handle: () => ({ success: true, data: noteFields, additional_data: noteFieldsPlace }),
  }),
]
