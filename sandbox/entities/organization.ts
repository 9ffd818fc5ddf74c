import { mergeCustomFields } from '../fields/check.ts'
import { customFieldsOf, labelsOf } from '../fields/fieldsOf.ts'
import { restShape } from '../fields/shapes.ts'
import { integer as wholeNumber } from '../query.ts'
import type { Organization } from '../records.ts'
import {
  anything,
  dateTime,
  filledText,
  id,
  integer,
  list,
  nullable,
  object,
  oneOf,
  text,
} from '../schema.ts'
import type { TypeOf } from '../schema.ts'
import type { Store } from '../store.ts'
import { seconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import { address, toAddress } from './address.ts'
import { activityFields, dealFields, otherFields, pick } from './counts.ts'
import type { Entity, View } from './entity.ts'
import { labelled } from './labelled.ts'
import { checkLabels, checkLinks } from './links.ts'

const shared = {
  owner_id: id,
  visible_to: oneOf([1, 3, 5, 7]),
  label_ids: list(id),
  address: nullable(address),
  website: nullable(text),
  linkedin: nullable(text),
  industry: nullable(integer),
  annual_revenue: nullable(integer),
  employee_count: nullable(integer),
  custom_fields: anything,
}
const toAdd = object({ name: filledText, add_time: dateTime, ...shared }, ['name'])
const toChange = object({ name: filledText, ...shared })
type ToAdd = TypeOf<typeof toAdd>
type ToChange = TypeOf<typeof toChange>

const check = (store: Store, body: ToChange) => {
  checkLinks(store, { ...(body.owner_id !== undefined && { owner_id: body.owner_id }) })
  checkLabels(labelsOf(store, 'organization'), body.label_ids)
}

const add = ({ store, clock }: Account, caller: Caller, body: ToAdd): Organization => {
  check(store, body)
  const now = seconds(clock.now())
  return {
    id: store.organizations.nextId(),
    name: body.name,
    owner_id: body.owner_id ?? caller.userId,
    add_time: body.add_time ?? now,
    update_time: now,
    is_deleted: false,
    deleted_at: null,
    visible_to: body.visible_to ?? 3,
    address: body.address ? toAddress(body.address) : null,
    label_ids: body.label_ids ?? [],
    website: body.website ?? null,
    linkedin: body.linkedin ?? null,
    industry: body.industry ?? null,
    annual_revenue: body.annual_revenue ?? null,
    employee_count: body.employee_count ?? null,
    custom_fields: mergeCustomFields(
      store,
      customFieldsOf(store, 'organization'),
      {},
      body.custom_fields,
    ),
  }
}

const change = ({ store }: Account, before: Organization, body: ToChange): Organization => {
  check(store, body)
  const { address: given, custom_fields, ...rest } = body
  return {
    ...before,
    ...rest,
    address: given === undefined ? before.address : given && toAddress(given),
    custom_fields: mergeCustomFields(
      store,
      customFieldsOf(store, 'organization'),
      before.custom_fields,
      custom_fields,
    ),
  }
}

const present = (store: Store, organization: Organization, view: View) => {
  const { deleted_at: _, custom_fields, ...rest } = organization
  const extra = view.include_fields && {
    ...activityFields(store.activities.by('org_id', organization.id)),
    ...dealFields(store.deals.by('org_id', organization.id)),
    ...otherFields(store, 'org', organization.id),
    people_count: store.persons.by('org_id', organization.id).filter(person => !person.is_deleted)
      .length,
  }
  return {
    ...rest,
    custom_fields: restShape(customFieldsOf(store, 'organization'), custom_fields, {
      only: view.custom_fields,
      labels: view.include_option_labels,
    }),
    ...labelled(labelsOf(store, 'organization'), organization.label_ids, view.include_labels),
    ...(extra && pick(extra, view.include_fields ?? [])),
  }
}

/** https://developers.pipedrive.com/docs/api/v1/Organizations */
export const organizations: Entity<'organization', ToAdd, ToChange> = {
  kind: 'organization',
  title: 'Organization',
  path: '/organizations',
  scopes: { read: ['contacts:read', 'contacts:full'], write: ['contacts:full'] },
  narrowing: { owner_id: wholeNumber },
  equal: ['owner_id'],
  optional: [
    ...['next_activity_id', 'last_activity_id', 'open_deals_count', 'related_open_deals_count'],
    ...['closed_deals_count', 'related_closed_deals_count', 'email_messages_count', 'people_count'],
    ...['activities_count', 'done_activities_count', 'undone_activities_count', 'files_count'],
    ...['notes_count', 'followers_count', 'won_deals_count', 'related_won_deals_count'],
    ...['lost_deals_count', 'related_lost_deals_count', 'smart_bcc_email'],
  ],
  sortable: ['id', 'update_time', 'add_time'],
  custom: true,
  addBody: toAdd,
  changeBody: toChange,
  collection: store => store.organizations,
  add,
  change,
  present,
}
