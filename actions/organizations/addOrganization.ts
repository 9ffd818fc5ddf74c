import { action, object, required, type OutputOf } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { post } from '../../component/api.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { newCustomFields } from '../../component/customFields/property.ts'
import { findCreated, newest } from '../../component/findExisting.ts'
import { addTime } from '../../component/properties/parts.ts'
import { organizationProperties } from '../../component/properties/organization.ts'
import { organizationBody } from '../../component/bodies.ts'
import { toOrganizations, single } from '../../component/toOutput.ts'
import { sampleOrganization } from '../../component/samples.ts'
import { Organization } from '../../component/outputSchemas.ts'
import { OrganizationRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#addOrganization */
export const addOrganization = action({
  name: 'addOrganization',
  title: 'Add an organization',
  description: 'Adds a new organization.',
  agentHint:
    'Adds an organization each time it is called: search by name with searchOrganization first, as Pipedrive keeps duplicates.',
  effect: 'create',
  properties: {
    organization: object({
      label: 'Organization',
      required: true,
      properties: {
        ...organizationProperties,
        name: required(organizationProperties.name),
        add_time: addTime,
        custom_fields: newCustomFields('organization'),
      },
    }),
  },
  output: inBody({ data: { ...Organization, required: true } }),
  sampleOutput: { body: { data: sampleOrganization } },
  *perform({ organization: { custom_fields: given, ...organization } }) {
    const where = { kind: 'organization', path: 'organization.custom_fields' } as const
    const fields = yield* customFieldsMember(given, where)
    const body = { ...organizationBody(organization), ...fields }
    return yield* shown(yield* post('/api/v2/organizations', { body, returns: OrganizationRecord }))
  },
  findExisting: ({ organization }, lost) =>
    findCreated(lost, {
      owner: organization.owner_id,
      name: organization.name,
      newest: newest('/api/v2/organizations', OrganizationRecord),
      hydrate: shown,
    }),
})

function* shown(organization: OutputOf<typeof OrganizationRecord>) {
  return { body: { data: yield* single(toOrganizations([organization], { afterWrite: true })) } }
}
