import { addAction } from '../../component/addAction.ts'
import { addedOrganization } from '../../component/newRecords.ts'
import { newOrganization } from '../../component/properties/organization.ts'
import { organizationType } from '../../component/recordTypes.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#addOrganization */
export const addOrganization = addAction({
  name: 'addOrganization',
  title: 'Add an organization',
  description: 'Adds a new organization.',
  agentHint:
    'Adds an organization each time it is called, as Pipedrive keeps duplicates; findOrCreateOrganization does so only where there is none.',
  properties: { organization: newOrganization },
  type: organizationType,
  add: ({ organization }) => addedOrganization(organization),
})
