import {
  all,
  array,
  boolean,
  integer,
  number,
  object,
  readRequired,
  string,
  type Exchange,
  type OutputOf,
  type Property,
  type WebhookEvent,
} from '../definitions/index.ts'
import { get } from '../component/api.ts'
import type { FieldsOf } from '../component/customFields/fields.ts'
import { customInEvent } from '../component/customFields/output.ts'
import { usersById } from '../component/lookups.ts'
import { nullIfHidden } from '../component/missing.ts'
import { DealRecord, OrganizationRecord, PersonRecord } from '../component/apiSchemas.ts'
import { custom } from '../component/outputSchemas.ts'
import { ChangeMeta, companyOf, Meta, metaOf } from './meta.ts'

const mail = {
  email_messages_count: integer(),
  cc_email: string({ description: 'Address that files mail under the record' }),
}
const owner_name = string({ description: 'Name of the user who owns the record' })
const company_id = integer({ description: 'Id of the Pipedrive account' })

const dealEvent = <M extends Property>(meta: M) =>
  object({
    properties: {
      ...mail,
      id: integer({ required: true }),
      person_id: integer(),
      owner_name,
      status: string(),
      title: string(),
      currency: string(),
      value: number(),
      custom,
      meta,
    },
  })
export const DealEvent = dealEvent(Meta)
export const DealChangeEvent = dealEvent(ChangeMeta)

const organizationEvent = <M extends Property>(meta: M) =>
  object({
    properties: {
      ...mail,
      owner_id: integer(),
      id: integer({ required: true }),
      owner_name,
      name: string(),
      company_id,
      custom,
      meta,
    },
  })
export const OrganizationEvent = organizationEvent(Meta)
export const OrganizationChangeEvent = organizationEvent(ChangeMeta)

const Contacts = array({ items: object({ properties: { value: string(), primary: boolean() } }) })
const personEvent = <M extends Property>(meta: M) =>
  object({
    properties: {
      ...mail,
      owner_id: integer(),
      id: integer({ required: true }),
      owner_name,
      phone: Contacts,
      name: string(),
      email: Contacts,
      company_id,
      custom,
      meta,
    },
  })
export const PersonEvent = personEvent(Meta)
export const PersonChangeEvent = personEvent(ChangeMeta)

export function* completeDeal({
  data,
  previous,
  meta,
}: WebhookEvent): Exchange<OutputOf<typeof DealEvent>> {
  const deal = readRequired(DealRecord, data, 'data')
  return {
    ...deal,
    ...(yield* fetchMore('deals', 'deal', deal, previous)),
    meta: metaOf(meta),
  }
}

export function* completeOrganization({
  data,
  previous,
  meta,
}: WebhookEvent): Exchange<OutputOf<typeof OrganizationEvent>> {
  const organization = readRequired(OrganizationRecord, data, 'data')
  return {
    ...organization,
    ...(yield* fetchMore('organizations', 'organization', organization, previous)),
    company_id: companyOf(meta),
    meta: metaOf(meta),
  }
}

export function* completePerson({
  data,
  previous,
  meta,
}: WebhookEvent): Exchange<OutputOf<typeof PersonEvent>> {
  const person = readRequired(PersonRecord, data, 'data')
  return {
    ...person,
    ...(yield* fetchMore('persons', 'person', person, previous)),
    phone: person.phones ?? [],
    email: person.emails ?? [],
    company_id: companyOf(meta),
    meta: metaOf(meta),
  }
}

const Mail = object({
  properties: { email_messages_count: integer(), smart_bcc_email: string() },
})

/** The raw values stay in `custom_fields`, and the earlier ones in `previous.custom_fields`. */
function* fetchMore<Record extends { readonly id: number; readonly owner_id?: number | null }>(
  records: 'deals' | 'organizations' | 'persons',
  kind: FieldsOf,
  record: Record,
  previous: WebhookEvent['previous'],
) {
  const [counts, { custom, before }] = yield* all([
    fetchCounts(records, record),
    customInEvent(kind, record, previous),
  ])
  return { ...counts, custom, ...(previous && { previous: { ...previous, custom: before } }) }
}

/** What the body of a webhook lacks; null where the record has been deleted in the meantime. */
function* fetchCounts(
  records: 'deals' | 'organizations' | 'persons',
  { id, owner_id }: { readonly id: number; readonly owner_id?: number | null },
) {
  const query = { include_fields: ['email_messages_count', 'smart_bcc_email'] }
  const [record, users] = yield* all([
    nullIfHidden(get(`/api/v2/${records}/{id}`, { params: { id }, query, returns: Mail })),
    usersById([owner_id]),
  ])
  return {
    email_messages_count: record?.email_messages_count ?? null,
    cc_email: record?.smart_bcc_email ?? null,
    owner_name: nameIn(users, owner_id),
  }
}

export const nameIn = (
  users: ReadonlyMap<number, { readonly name?: string | null }>,
  id: number | null | undefined,
): string | null => (id === null || id === undefined ? null : (users.get(id)?.name ?? null))
