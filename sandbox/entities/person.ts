import { general, invalid } from '../errors.ts'
import { mergeCustomFields } from '../fields/check.ts'
import { customFieldsOf, labelsOf } from '../fields/fieldsOf.ts'
import { restShape } from '../fields/shapes.ts'
import { integer } from '../query.ts'
import type { Contact, Person } from '../records.ts'
import type { Store } from '../store.ts'
import { seconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import { activityFields, dealFields, otherFields, pick } from './counts.ts'
import type { Entity, View } from './entity.ts'
import { labelled } from './labelled.ts'
import { checkLabels, checkLinks } from './links.ts'
import type { ContactInput, PersonToAdd, PersonToChange } from './personInput.ts'
import { contactSyncFields, personToAdd, personToChange } from './personInput.ts'

/** The first is primary when none says so; two can't be. */
const contacts = (name: string, given: readonly ContactInput[] = []): readonly Contact[] => {
  const primaries = given.filter(contact => contact.primary).length
  if (primaries > 1) throw invalid(`${name}: only one can be primary`)
  return given.map((contact, index) => ({
    value: contact.value,
    primary: contact.primary ?? (primaries === 0 && index === 0),
    label: contact.label ?? 'work',
  }))
}

const nameOf = (body: PersonToChange, before?: Person) => {
  if (body.name !== undefined) {
    const [first = '', ...rest] = body.name.trim().split(/\s+/)
    return { name: body.name, first_name: first, last_name: rest.join(' ') || null }
  }
  const first_name = body.first_name ?? before?.first_name ?? null
  const last_name = body.last_name ?? before?.last_name ?? null
  const name = before && !body.first_name && !body.last_name ? before.name : undefined
  return { name: name ?? [first_name, last_name].filter(Boolean).join(' '), first_name, last_name }
}

const check = (store: Store, body: PersonToChange) => {
  checkLinks(store, body)
  checkLabels(labelsOf(store, 'person'), body.label_ids)
  const synced = contactSyncFields.find(name => Object.hasOwn(body, name))
  if (synced) throw general(403, `${synced} needs contact sync, which is not enabled`)
  if (body.marketing_status !== undefined)
    throw general(403, 'marketing_status needs Campaigns, which is not enabled')
}

const add = (account: Account, caller: Caller, body: PersonToAdd): Person => {
  const { store, clock } = account
  if (body.name === undefined && !(body.first_name && body.last_name))
    throw invalid('name is required')
  check(store, body)
  const now = seconds(clock.now())
  return {
    id: store.persons.nextId(),
    ...nameOf(body),
    owner_id: body.owner_id ?? caller.userId,
    org_id: body.org_id ?? null,
    add_time: body.add_time ?? now,
    update_time: now,
    emails: contacts('emails', body.emails),
    phones: contacts('phones', body.phones),
    is_deleted: false,
    deleted_at: null,
    visible_to: body.visible_to ?? 3,
    label_ids: body.label_ids ?? [],
    picture_id: null,
    custom_fields: mergeCustomFields(
      store,
      customFieldsOf(store, 'person'),
      {},
      body.custom_fields,
    ),
  }
}

const change = ({ store }: Account, person: Person, body: PersonToChange): Person => {
  check(store, body)
  return {
    ...person,
    ...nameOf(body, person),
    owner_id: body.owner_id ?? person.owner_id,
    org_id: body.org_id ?? person.org_id,
    emails: body.emails ? contacts('emails', body.emails) : person.emails,
    phones: body.phones ? contacts('phones', body.phones) : person.phones,
    visible_to: body.visible_to ?? person.visible_to,
    label_ids: body.label_ids ?? person.label_ids,
    custom_fields: mergeCustomFields(
      store,
      customFieldsOf(store, 'person'),
      person.custom_fields,
      body.custom_fields,
    ),
  }
}

const present = (store: Store, person: Person, view: View) => {
  const { deleted_at: _, custom_fields, ...rest } = person
  const extra = view.include_fields && {
    ...activityFields(store.activities.by('person_id', person.id)),
    ...dealFields(store.deals.by('person_id', person.id)),
    ...otherFields(store, 'person', person.id),
    participant_open_deals_count: 0,
    participant_closed_deals_count: 0,
    marketing_status: 'no_consent',
    doi_status: 1,
  }
  return {
    ...rest,
    custom_fields: restShape(customFieldsOf(store, 'person'), custom_fields, {
      only: view.custom_fields,
      labels: view.include_option_labels,
    }),
    ...labelled(labelsOf(store, 'person'), person.label_ids, view.include_labels),
    ...(extra && pick(extra, view.include_fields ?? [])),
  }
}

/** https://developers.pipedrive.com/docs/api/v1/Persons */
export const persons: Entity<'person', PersonToAdd, PersonToChange> = {
  kind: 'person',
  title: 'Person',
  path: '/persons',
  scopes: { read: ['contacts:read', 'contacts:full'], write: ['contacts:full'] },
  narrowing: { owner_id: integer, org_id: integer, deal_id: integer },
  equal: ['owner_id', 'org_id'],
  optional: [
    ...['next_activity_id', 'last_activity_id', 'open_deals_count', 'related_open_deals_count'],
    ...['closed_deals_count', 'related_closed_deals_count', 'participant_open_deals_count'],
    ...['participant_closed_deals_count', 'email_messages_count', 'activities_count'],
    ...['done_activities_count', 'undone_activities_count', 'files_count', 'notes_count'],
    ...['followers_count', 'won_deals_count', 'related_won_deals_count', 'lost_deals_count'],
    ...['related_lost_deals_count', 'last_incoming_mail_time', 'last_outgoing_mail_time'],
    ...['marketing_status', 'doi_status', 'smart_bcc_email'],
  ],
  sortable: ['id', 'update_time', 'add_time'],
  custom: true,
  addBody: personToAdd,
  changeBody: personToChange,
  collection: store => store.persons,
  add,
  change,
  present,
}
