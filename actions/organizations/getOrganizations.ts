import { integer } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { firstCharacters, sort } from '../../component/sharedProperties.ts'
import {
  both,
  listQuery,
  organizationFields,
  startsWith,
  withValues,
  type ListInput,
} from '../../component/lists.ts'
import { organizationFilters, users } from '../../component/options/settings.ts'
import {
  includeLabels,
  organizationIncludeFields,
  updatedSince,
  updatedUntil,
} from '../../component/optionalFields.ts'
import { wantedCustomFields } from '../../component/customFields/property.ts'
import { whereFields } from '../../component/customFields/where.ts'
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
    const { path, ...list } = listOf(input)
    return page(path, { ...position, ...list })
  },
  keep: ({ first_char, filter_id, user_id }) =>
    both(
      startsWith(first_char),
      filter_id === undefined ? undefined : withValues({ owner_id: user_id }),
    ),
  transform: ({ sort }) => sortRows(sorting(sort, organizationFields)),
  narrow: input =>
    whereFields(
      'organization',
      input.custom_fields,
      input.filter_id === undefined ? listOf(input) : undefined,
    ),
  hydrate: (rows, memory) => toOrganizations(rows, { inPlace: true, memory }),
})

const listOf = ({ user_id, ...rest }: ListInput & { readonly user_id?: number }) => ({
  path: '/api/v2/organizations' as const,
  query: listQuery(rest, organizationFields, { owner_id: user_id }),
  row: OrganizationRecord,
})
