import { action, integer } from '../../definitions/index.ts'
import { organizationIncludeFields, includeLabels } from '../../component/optionalFields.ts'
import { inBody } from '../../component/listActions.ts'
import { get } from '../../component/api.ts'
import { organizations } from '../../component/options/records.ts'
import { toOrganizations, single } from '../../component/toOutput.ts'
import { sampleOrganization } from '../../component/samples.ts'
import { Organization } from '../../component/outputSchemas.ts'
import { OrganizationRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#getOrganization */
export const getOrganizationDetails = action({
  name: 'getOrganizationDetails',
  title: 'Get details of an organization',
  description: 'Returns the details of an organization.',
  agentHint:
    'Reads one organization whose id is known, with its address; searchOrganization finds the id.',
  effect: 'read',
  properties: {
    id: integer({
      label: 'Organization',
      description: 'Organization to get details.',
      required: true,
      optionsDataSource: organizations,
      minValue: 1,
    }),
    include_fields: organizationIncludeFields,
    include_labels: includeLabels,
  },
  output: inBody({ data: { ...Organization, required: true } }),
  sampleOutput: { body: { data: sampleOrganization } },
  *perform({ id, ...query }) {
    const organization = yield* get('/api/v2/organizations/{id}', {
      params: { id },
      query,
      returns: OrganizationRecord,
    })
    return { body: { data: yield* single(toOrganizations([organization])) } }
  },
})
