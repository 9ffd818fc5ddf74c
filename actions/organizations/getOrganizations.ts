import { integer } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { firstCharacters, sort } from '../../component/sharedProperties.ts'
import { both, organizationFields, startsWith, withValues } from '../../component/lists.ts'
import { organizationFilters, users } from '../../component/options/settings.ts'
import {
  includeLabels,
  organizationIncludeFields,
  updatedSince,
  updatedUntil,
} from '../../component/optionalFields.ts'
import { wantedCustomFields } from '../../component/customFields/property.ts'
import { whereFields } from '../../component/customFields/where.ts'
import { wholeSeconds } from '../../component/bodies.ts'
import { toOrganizations } from '../../component/toOutput.ts'
import { sampleOrganization } from '../../component/samples.ts'
import { Organization } from '../../component/outputSchemas.ts'
import { sorting, sortRows } from '../../component/sort.ts'
import { OrganizationRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#getOrganizations */
export const getOrganizations = listAction({
  name: 'getOrganizations',
  title: 'Get all organizations',
  description: 'Returns all organizations.',
  agentHint:
    'Lists organizations, by owner, first letter or a saved filter; to find one by name or address use searchOrganization.',
  properties: {
    user_id: integer({
      label: 'Owner',
      description:
        'Organizations owned by the given user will be returned. Together with `filter_id`, organizations must match both.',
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
    updated_since: updatedSince,
    updated_until: updatedUntil,
    include_fields: organizationIncludeFields,
    include_labels: includeLabels,
    custom_fields: wantedCustomFields('organization'),
  },
  row: Organization,
  sampleOutput: { body: { data: [sampleOrganization] } },
  page(input, position) {
    const { filter_id, updated_since, updated_until } = input
    const query = {
      ...(filter_id === undefined ? { owner_id: input.user_id } : { filter_id }),
      ...sorting(input.sort, organizationFields).query,
      updated_since: wholeSeconds(updated_since),
      updated_until: wholeSeconds(updated_until),
      include_fields: input.include_fields,
      include_labels: input.include_labels || undefined,
    }
    return page('/api/v2/organizations', { ...position, query, row: OrganizationRecord })
  },
  keep: ({ first_char, filter_id, user_id }) =>
    both(
      startsWith(first_char),
      filter_id === undefined ? undefined : withValues({ owner_id: user_id }),
    ),
  transform: ({ sort }) => sortRows(sorting(sort, organizationFields)),
  narrow: ({ custom_fields }) => whereFields('organization', custom_fields),
  hydrate: (rows, memory) => toOrganizations(rows, { inPlace: true, memory }),
})
