import { byName } from '../../component/findBy.ts'
import { findOrCreateAction, findProperties } from '../../component/findOrCreateAction.ts'
import { addedOrganization } from '../../component/newRecords.ts'
import { newOrganization } from '../../component/properties/organization.ts'
import { organizationType } from '../../component/recordTypes.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#searchOrganization */
export const findOrCreateOrganization = findOrCreateAction({
  name: 'findOrCreateOrganization',
  title: 'Find or create an organization',
  description:
    'Finds an organization by an exact value, or adds it. One that is found stays as is.',
  agentHint:
    'Adds an organization only where none has its name or custom field; updateOrganization changes one that was found.',
  properties: {
    ...findProperties(['name', 'custom_field'], 'name'),
    organization: newOrganization,
  },
  type: organizationType,
  wanted: ({ match_by, organization, ...rest }) => ({
    ...rest,
    by: match_by === 'name' ? byName('organization.name', 'name', organization.name) : undefined,
    record: addedOrganization(organization),
  }),
})
