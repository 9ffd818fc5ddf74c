import {
  required,
  type Action,
  type Exchange,
  type OutputOf,
  type Page,
  type PageRequest,
  type Properties,
  type Property,
} from '../definitions/index.ts'
import { DealRecord, LeadRecord, OrganizationRecord, PersonRecord } from './apiSchemas.ts'
import { customFieldsIn, fromV1Fields } from './customFields/current.ts'
import type { FieldsOf } from './customFields/fields.ts'
import { readCustomFields, type GivenFields } from './customFields/input.ts'
import { toV1Fields } from './customFields/v1.ts'
import { newest } from './findExisting.ts'
import { inBody } from './listActions.ts'
import { Deal, Lead, Organization, Person } from './outputSchemas.ts'
import { pageV1, type Dated } from './pages.ts'
import { sampleDeal, sampleLead, sampleOrganization, samplePerson } from './samples.ts'
import { single, toDeals, toLeads, toOrganizations, toPersons } from './toOutput.ts'

export type RawRecord =
  typeof DealRecord | typeof LeadRecord | typeof OrganizationRecord | typeof PersonRecord

/** What the actions that write one record have to know of its kind. */
export interface RecordType<Raw extends RawRecord, Row> {
  readonly kind: 'deal' | 'lead' | 'organization' | 'person'
  readonly path: '/api/v2/deals' | '/api/v1/leads' | '/api/v2/organizations' | '/api/v2/persons'
  /** As the API has it. */
  readonly record: Raw
  /** As it is put out. */
  readonly output: Property<unknown, Row>
  readonly sample: Row
  /** Whose custom fields it has. */
  readonly fields: FieldsOf
  /** Its custom fields, as API v2 has them. */
  fieldsIn(record: unknown): GivenFields
  /** Custom fields as they stand in a body. */
  fieldsMember(fields: GivenFields): object
  toOutput(record: OutputOf<Raw>): Exchange<Row>
  /** Records of an owner, newest first. */
  newest(owner: number, position: PageRequest): Exchange<Page<OutputOf<Raw>> & Dated>
}

/** Leads have no list by ids. */
export type FoundRecord = Exclude<RawRecord, typeof LeadRecord>

/** What there is to say of an action that writes one record. */
export interface WriteDefinition<P extends Properties, Raw extends RawRecord, Row> extends Pick<
  Action<P>,
  'name' | 'title' | 'description' | 'agentHint' | 'properties' | 'anyOf'
> {
  readonly type: RecordType<Raw, Row>
}

/** One whose records can be searched, and read by their ids. */
export interface FoundType<Raw extends FoundRecord, Row> extends RecordType<Raw, Row> {
  readonly path: '/api/v2/deals' | '/api/v2/organizations' | '/api/v2/persons'
}

const ofV2 = {
  fieldsIn: customFieldsIn,
  fieldsMember: (custom_fields: GivenFields) => ({ custom_fields }),
}
const afterWrite = true

export const dealType: FoundType<typeof DealRecord, OutputOf<typeof Deal>> = {
  kind: 'deal',
  path: '/api/v2/deals',
  record: DealRecord,
  output: Deal,
  sample: sampleDeal,
  fields: 'deal',
  ...ofV2,
  toOutput: deal => single(toDeals([deal], { afterWrite })),
  newest: newest('/api/v2/deals', DealRecord),
}

export const leadType: RecordType<typeof LeadRecord, OutputOf<typeof Lead>> = {
  kind: 'lead',
  path: '/api/v1/leads',
  record: LeadRecord,
  output: Lead,
  sample: sampleLead,
  fields: 'deal',
  fieldsIn: fromV1Fields,
  fieldsMember: toV1Fields,
  toOutput: lead => single(toLeads([lead])),
  newest: (owner_id, position) =>
    pageV1('/api/v1/leads', {
      ...position,
      query: { owner_id, sort: 'add_time DESC' },
      row: LeadRecord,
    }),
}

export const organizationType: FoundType<
  typeof OrganizationRecord,
  OutputOf<typeof Organization>
> = {
  kind: 'organization',
  path: '/api/v2/organizations',
  record: OrganizationRecord,
  output: Organization,
  sample: sampleOrganization,
  fields: 'organization',
  ...ofV2,
  toOutput: organization => single(toOrganizations([organization], { afterWrite })),
  newest: newest('/api/v2/organizations', OrganizationRecord),
}

export const personType: FoundType<typeof PersonRecord, OutputOf<typeof Person>> = {
  kind: 'person',
  path: '/api/v2/persons',
  record: PersonRecord,
  output: Person,
  sample: samplePerson,
  fields: 'person',
  ...ofV2,
  toOutput: person => single(toPersons([person], { afterWrite })),
  newest: newest('/api/v2/persons', PersonRecord),
}

/** The output of an action about one record. */
export interface RecordOutput<Row> {
  readonly body: { readonly data: Row }
}
export function* shownIn<Raw extends RawRecord, Row>(
  type: RecordType<Raw, Row>,
  record: OutputOf<Raw>,
): Exchange<RecordOutput<Row>> {
  return { body: { data: yield* type.toOutput(record) } }
}
export const recordOutput = <Row>(
  output: Property<unknown, Row>,
): Property<unknown, RecordOutput<Row>> => inBody({ data: required(output) })

/** The member of a body with the custom fields that are given; none where none are. */
export function* givenCustomFields<Raw extends RawRecord, Row>(
  { kind, fields, fieldsMember }: RecordType<Raw, Row>,
  given: GivenFields | undefined,
  current?: () => Exchange<GivenFields>,
): Exchange<object> {
  if (!given) return {}
  const path = `${kind}.custom_fields`
  return fieldsMember(
    yield* readCustomFields(given, { kind: fields, path, ...(current && { current }) }),
  )
}
