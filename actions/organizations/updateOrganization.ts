import {
  action,
  integer,
  member,
  nullable,
  object,
  type Input,
  type OutputOf,
} from '../../definitions/index.ts'
import { get, patch } from '../../component/api.ts'
import { OrganizationRecord } from '../../component/apiSchemas.ts'
import { organizationBody } from '../../component/bodies.ts'
import { customFieldsIn } from '../../component/customFields/current.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import { findUpdated } from '../../component/findUpdated.ts'
import { inBody } from '../../component/listActions.ts'
import { changedIds, listChange, needsRecord, requireChange } from '../../component/listChanges.ts'
import { organizations } from '../../component/options/records.ts'
import { Organization } from '../../component/outputSchemas.ts'
import { organizationProperties } from '../../component/properties/organization.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { sampleOrganization } from '../../component/samples.ts'
import { single, toOrganizations } from '../../component/toOutput.ts'

const properties = {
  id: integer({
    label: 'Organization',
    required: true,
    optionsDataSource: organizations,
    minValue: 1,
  }),
  organization: object({
    label: 'Changes',
    description: onlyGiven,
    required: true,
    properties: {
      ...organizationProperties,
      website: nullable(organizationProperties.website),
      linkedin: nullable(organizationProperties.linkedin),
      industry: nullable(organizationProperties.industry),
      annual_revenue: nullable(organizationProperties.annual_revenue),
      employee_count: nullable(organizationProperties.employee_count),
      custom_fields: changedCustomFields('organization'),
      label_ids: nullable(organizationProperties.label_ids),
    },
  }),
  label_change: listChange('Labels'),
}

/** https://developers.pipedrive.com/docs/api/v1/Organizations#updateOrganization */
export const updateOrganization = action({
  name: 'updateOrganization',
  title: 'Update an organization',
  description: 'Changes an organization.',
  agentHint:
    'Changes only what is given, of the organization with this id: get the id from searchOrganization first. Null clears; lists are added to unless their change says replace or remove.',
  effect: 'update',
  properties,
  output: inBody({ data: { ...Organization, required: true } }),
  sampleOutput: { body: { data: sampleOrganization } },
  serializeBy: ({ id }) => `organization ${id}`,
  *perform(input) {
    const { id } = input
    const body = yield* bodyOf(input)
    requireChange('organization', body)
    return yield* shown(
      yield* patch('/api/v2/organizations/{id}', {
        params: { id },
        body,
        returns: OrganizationRecord,
      }),
    )
  },
  *findExisting(input) {
    const record = yield* read(input.id)
    return yield* findUpdated(yield* bodyOf(input, record), record, shown)
  },
})

const read = (id: number) =>
  get('/api/v2/organizations/{id}', { params: { id }, returns: OrganizationRecord })

/** Reads the record only where what it has is needed. */
function* bodyOf(input: Input<typeof properties>, known?: OutputOf<typeof OrganizationRecord>) {
  const { id, label_change } = input
  const { custom_fields, label_ids, ...rest } = input.organization
  const before = known ?? (needsRecord(label_ids, label_change) ? yield* read(id) : undefined)
  const fields = yield* customFieldsMember(custom_fields, {
    kind: 'organization',
    path: 'organization.custom_fields',
    *current() {
      return customFieldsIn(before ?? (yield* read(id)))
    },
  })
  return {
    ...organizationBody(rest),
    ...fields,
    label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
  }
}

function* shown(organization: OutputOf<typeof OrganizationRecord>) {
  return { body: { data: yield* single(toOrganizations([organization], { afterWrite: true })) } }
}
