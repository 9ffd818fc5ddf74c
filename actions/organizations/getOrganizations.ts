import { integer } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/api.ts'
import { firstCharacters, sort } from '../../component/sharedProperties.ts'
import { organizationFields, filterAndSort } from '../../component/lists.ts'
import { organizationFilters, users } from '../../component/options/settings.ts'
import { toOrganizations } from '../../component/toOutput.ts'
import { sampleOrganization } from '../../component/samples.ts'
import { Organization } from '../../component/outputSchemas.ts'
import { sorting } from '../../component/sort.ts'
import { OrganizationRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#getOrganizations */
export const getOrganizations = listAction({
  name: 'getOrganizations',
  title: 'Get all organizations',
  description: 'Returns all organizations.',
  properties: {
    user_id: integer({
      label: 'Owner',
      description:
        'Organizations owned by the given user will be returned. However, `filter_id` takes precedence over `user_id` when both are supplied.',
      optionsDataSource: users,
      minValue: 1,
    }),
    filter_id: integer({
      label: 'Filter',
      description: 'Filter to use',
      optionsDataSource: organizationFilters,
      minValue: 1,
    }),
    first_char: firstCharacters('Organizations'),
    sort,
  },
  row: Organization,
  sampleOutput: { body: { data: [sampleOrganization] } },
  page({ user_id, filter_id, sort }, position) {
    const query = { owner_id: user_id, filter_id, ...sorting(sort, organizationFields).query }
    return page('/api/v2/organizations', { ...position, query, row: OrganizationRecord })
  },
  transform: ({ first_char, sort }) => filterAndSort(first_char, sorting(sort, organizationFields)),
  hydrate: rows => toOrganizations(rows),
})
