import { general, invalid, refused } from '../errors.ts'
import type { Note, PinFlag } from '../notes.ts'
import { noteLinks, pinFlags } from '../notes.ts'
import { filledText, id, nullable, object, oneOf, plainTime, uuid } from '../schema.ts'
import type { TypeOf } from '../schema.ts'
import type { Store } from '../store.ts'
import { plain } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import { checkLinks } from './links.ts'

const flag = oneOf([0, 1])
const body = {
  content: filledText,
  lead_id: nullable(uuid),
  deal_id: nullable(id),
  person_id: nullable(id),
  org_id: nullable(id),
  project_id: nullable(id),
  task_id: nullable(id),
  user_id: id,
  add_time: plainTime,
  pinned_to_lead_flag: flag,
  pinned_to_deal_flag: flag,
  pinned_to_organization_flag: flag,
  pinned_to_person_flag: flag,
  pinned_to_project_flag: flag,
  pinned_to_task_flag: flag,
}
export const noteToAdd = object(body, ['content'])
export const noteToChange = object(body)
type ToChange = TypeOf<typeof noteToChange>

export const presentNote = (store: Store, note: Note, me: number) => {
  const user = store.users.get(note.user_id)
  const named = <K extends string>(key: K, value: string | undefined) =>
    value === undefined ? null : { [key]: value }
  return {
    ...note,
    active_flag: true,
    deal: named('title', store.deals.get(note.deal_id ?? 0)?.title),
    person: named('name', store.persons.get(note.person_id ?? 0)?.name),
    organization: named('name', store.organizations.get(note.org_id ?? 0)?.name),
    project_id: null,
    project: null,
    task_id: null,
    task: null,
    pinned_to_project_flag: false,
    pinned_to_task_flag: false,
    user: {
      email: user?.email ?? '',
      icon_url: null,
      is_you: note.user_id === me,
      name: user?.name ?? '',
    },
  }
}

const check = (store: Store, caller: Caller, given: ToChange) => {
  const { deal_id, lead_id, person_id, org_id, user_id, project_id, task_id } = given
  checkLinks(store, {
    ...(deal_id !== undefined && { deal_id }),
    ...(lead_id !== undefined && { lead_id }),
    ...(person_id !== undefined && { person_id }),
    ...(org_id !== undefined && { org_id }),
    ...(user_id !== undefined && { owner_id: user_id }),
  })
  if (project_id) throw refused(`project_id ${project_id} does not exist`)
  if (task_id) throw refused(`task_id ${task_id} does not exist`)
  const isOther = user_id !== undefined && user_id !== caller.userId
  if (isOther && !store.users.get(caller.userId)?.admin)
    throw general(403, 'Only an admin can change the author of a note')
}

export const newNote = ({ store, clock }: Account, caller: Caller): Note => ({
  id: store.notes.nextId(),
  content: '',
  user_id: caller.userId,
  deal_id: null,
  lead_id: null,
  person_id: null,
  org_id: null,
  add_time: plain(clock.now()),
  update_time: plain(clock.now()),
  last_update_user_id: null,
  pinned_to_deal_flag: false,
  pinned_to_lead_flag: false,
  pinned_to_person_flag: false,
  pinned_to_organization_flag: false,
})

/** The note that `given` makes of a new one, or of the one before. */
export const readNote = (account: Account, caller: Caller, given: ToChange, before: Note): Note => {
  check(account.store, caller, given)
  const { project_id: _, task_id: _t, add_time, ...rest } = given
  const { pinned_to_project_flag: _p, pinned_to_task_flag: _f, ...own } = rest
  const flags: Partial<Record<PinFlag, boolean>> = {}
  for (const name of Object.values(pinFlags))
    if (own[name] !== undefined) flags[name] = own[name] === 1
  const note: Note = {
    ...before,
    ...own,
    ...flags,
    ...(add_time !== undefined && { add_time: add_time.slice(0, 19).replace('T', ' ') }),
  } as Note
  if (noteLinks.every(name => note[name] === null))
    throw invalid(`one of ${noteLinks.join(', ')} is required`)
  for (const name of noteLinks)
    if (note[pinFlags[name]] && note[name] === null)
      throw invalid(`${pinFlags[name]} needs ${name}`)
  return note
}
