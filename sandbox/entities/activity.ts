import { invalid, refused } from '../errors.ts'
import { optionsOf } from '../fields/fieldsOf.ts'
import { boolean as flag, integer as wholeNumber, text as anyText } from '../query.ts'
import type { Activity, Attendee } from '../records.ts'
import type { Store } from '../store.ts'
import { seconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import type { ActivityInput, AttendeeInput } from './activityInput.ts'
import { activityInput } from './activityInput.ts'
import { toAddress } from './address.ts'
import type { Entity, View } from './entity.ts'
import { checkLinks } from './links.ts'

const check = (store: Store, body: ActivityInput) => {
  checkLinks(store, body)
  for (const { person_id } of body.participants ?? []) checkLinks(store, { person_id })
  const { type } = body
  if (type !== undefined && !store.activityTypes.all().some(known => known.key_string === type))
    throw refused(`type ${type} does not exist`)
  for (const name of ['priority', 'outcome'] as const) {
    const id = body[name]
    const known = optionsOf(store, 'activity', name)
    if (id !== undefined && id !== null && !known.some(option => option.id === id))
      throw refused(`${name} ${id} does not exist`)
  }
  if (body.project_id) throw refused(`project_id ${body.project_id} does not exist`)
}

/** The person of an activity is its primary participant. */
const people = (body: ActivityInput, before?: Activity) => {
  if (body.participants) {
    const primaries = body.participants.filter(one => one.primary)
    if (primaries.length > 1) throw invalid('participants: only one can be primary')
    const primary = primaries[0] ?? body.participants[0]
    return {
      person_id: primary?.person_id ?? null,
      participants: body.participants.map(one => ({
        person_id: one.person_id,
        primary: one.person_id === primary?.person_id,
      })),
    }
  }
  const { person_id } = body
  if (person_id === undefined)
    return { person_id: before?.person_id ?? null, participants: before?.participants ?? [] }
  return { person_id, participants: person_id === null ? [] : [{ person_id, primary: true }] }
}

const attendee = (given: AttendeeInput): Attendee => ({
  email: given.email,
  name: given.name ?? null,
  status: given.status ?? null,
  is_organizer: given.is_organizer ?? null,
  person_id: given.person_id ?? null,
  user_id: given.user_id ?? null,
})

const doneTime = (done: boolean, now: string, before?: Activity) =>
  done ? (before?.marked_as_done_time ?? now) : null

const kept = <T>(given: T | undefined, before: T) => (given === undefined ? before : given)

/** What add and change have in common: what isn't given stays as it was, or at its default. */
const merged = (
  account: Account,
  caller: Caller | undefined,
  body: ActivityInput,
  before?: Activity,
) => {
  const { store, clock } = account
  check(store, body)
  const now = seconds(clock.now())
  const done = body.done ?? before?.done ?? false
  const { location } = body
  return {
    subject: body.subject ?? before?.subject ?? 'Call',
    type: body.type ?? before?.type ?? store.activityTypes.all()[0]?.key_string ?? 'call',
    owner_id: body.owner_id ?? before?.owner_id ?? caller?.userId ?? 0,
    deal_id: kept(body.deal_id, before?.deal_id ?? null),
    lead_id: kept(body.lead_id, before?.lead_id ?? null),
    org_id: kept(body.org_id, before?.org_id ?? null),
    project_id: null,
    ...people(body, before),
    due_date: kept(body.due_date, before?.due_date ?? null),
    due_time: kept(body.due_time, before?.due_time ?? null),
    duration: kept(body.duration, before?.duration ?? null),
    busy: body.busy ?? before?.busy ?? false,
    done,
    marked_as_done_time: doneTime(done, now, before),
    location: location === undefined ? (before?.location ?? null) : location && toAddress(location),
    attendees: body.attendees?.map(attendee) ?? before?.attendees ?? [],
    public_description: kept(body.public_description, before?.public_description ?? null),
    priority: kept(body.priority, before?.priority ?? null),
    outcome: kept(body.outcome, before?.outcome ?? null),
    note: kept(body.note, before?.note ?? null),
  }
}

const add = (account: Account, caller: Caller, body: ActivityInput): Activity => {
  const now = seconds(account.clock.now())
  return {
    id: account.store.activities.nextId(),
    creator_user_id: caller.userId,
    is_deleted: false,
    deleted_at: null,
    add_time: now,
    update_time: now,
    custom_fields: {},
    ...merged(account, caller, body),
  }
}

const present = (_store: Store, activity: Activity, view: View) => {
  const { deleted_at: _, custom_fields: _c, attendees, ...rest } = activity
  return {
    ...rest,
    conference_meeting_client: null,
    conference_meeting_url: null,
    conference_meeting_id: null,
    ...(view.include_fields?.includes('attendees') && { attendees }),
  }
}

/** https://developers.pipedrive.com/docs/api/v1/Activities */
export const activities: Entity<'activity', ActivityInput, ActivityInput> = {
  kind: 'activity',
  title: 'Activity',
  path: '/activities',
  scopes: { read: ['activities:read', 'activities:full'], write: ['activities:full'] },
  narrowing: {
    owner_id: wholeNumber,
    deal_id: wholeNumber,
    lead_id: anyText,
    person_id: wholeNumber,
    org_id: wholeNumber,
    done: flag,
  },
  equal: ['owner_id', 'deal_id', 'lead_id', 'person_id', 'org_id'],
  optional: ['attendees'],
  written: ['attendees'],
  sortable: ['id', 'update_time', 'add_time', 'due_date'],
  custom: false,
  addBody: activityInput,
  changeBody: activityInput,
  collection: store => store.activities,
  add,
  change: (account, before, body) => ({ ...before, ...merged(account, undefined, body, before) }),
  present,
}
