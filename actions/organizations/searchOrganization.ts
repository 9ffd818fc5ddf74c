import { searchAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { exactMatch, fields, term } from '../../component/sharedProperties.ts'
import { sampleOrganization } from '../../component/samples.ts'
import { toOrganizationItems } from '../../component/searchToOutput.ts'
import { Organization } from '../../component/outputSchemas.ts'
import { OrganizationHit } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#searchOrganization */
export const searchOrganization = searchAction({
  name: 'searchOrganization',
  title: 'Search organizations',
  description: 'Searches all organizations by name, address, notes and/or custom fields.',
  agentHint: 'Finds organizations by name, address, notes or custom fields.',
  properties: {
    term,
    fields: fields(['address', 'custom_fields', 'notes', 'name']),
    exact_match: exactMatch,
  },
  row: Organization,
  sampleOutput: { body: { data: { items: [sampleOrganization] } } },
  page: ({ limit: _limit, ...query }, position) =>
    page('/api/v2/organizations/search', { ...position, query, row: OrganizationHit }),
  hydrate: toOrganizationItems,
})
