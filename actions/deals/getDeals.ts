import { boolean, InputError, integer, string } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { sort } from '../../component/sharedProperties.ts'
import { dealFields, listQuery, withValues, type ListInput } from '../../component/lists.ts'
import { organizations, persons } from '../../component/options/records.ts'
import { dealFilters, pipelines, stages, users } from '../../component/options/settings.ts'
import {
  dealIncludeFields,
  includeLabels,
  updatedSince,
  updatedUntil,
} from '../../component/optionalFields.ts'
import { wantedCustomFields } from '../../component/customFields/property.ts'
import { whereFields } from '../../component/customFields/where.ts'
import { toDeals } from '../../component/toOutput.ts'
import { sampleDeal } from '../../component/samples.ts'
import { Deal } from '../../component/outputSchemas.ts'
import { sortRows, sorting } from '../../component/sort.ts'
import { DealRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Deals#getDeals */
export const getDeals = listAction({
  name: 'getDeals',
  title: 'Get deals',
  description: 'Returns all deals that are not archived.',
  agentHint:
    'Lists deals, by owner, stage, status or a saved filter; to find one by words of its title use searchDeals; for one whose id is known use getDealDetails.',
  properties: {
    user_id: integer({
      label: 'User',
      description:
        'Deals matching the given user will be returned. Together with `filter_id`, deals must match both.',
      optionsDataSource: users,
      minValue: 1,
    }),
    filter_id: integer({
      label: 'Filter',
      description: 'Filter to use.',
      optionsDataSource: dealFilters,
      minValue: 1,
    }),
    stage_id: integer({
      label: 'Stage',
      description:
        'Deals within the given stage will be returned. Together with `filter_id`, deals must match both.',
      optionsDataSource: stages,
      minValue: 1,
    }),
    status: string({
      label: 'Status',
      description:
        'Together with `filter_id`, deals must match both; `deleted` can’t be combined with a filter.',
      options: ['open', 'won', 'lost', 'deleted', 'all_not_deleted'],
      defaultValue: 'all_not_deleted',
    }),
    sort,
    person_id: integer({ label: 'Person', optionsDataSource: persons, minValue: 1 }),
    org_id: integer({ label: 'Organization', optionsDataSource: organizations, minValue: 1 }),
    pipeline_id: integer({ label: 'Pipeline', optionsDataSource: pipelines, minValue: 1 }),
    updated_since: updatedSince,
    updated_until: updatedUntil,
    archived: boolean({
      label: 'Archived',
      description: 'Returns the archived deals in place of the others.',
    }),
    include_fields: dealIncludeFields,
    include_labels: includeLabels,
    custom_fields: wantedCustomFields('deal'),
  },
  row: Deal,
  sampleOutput: { body: { data: [sampleDeal] } },
  page(input, position) {
    const { filter_id, status, archived, include_labels } = input
    if (filter_id !== undefined && status === 'deleted')
      throw new InputError('status', 'deleted can’t be combined with filter_id: filters find none')
    if (archived && include_labels)
      throw new InputError('include_labels', 'can’t be combined with archived')
    const { path, ...list } = listOf(input)
    return page(path, { ...position, ...list })
  },
  keep: ({ filter_id, ...matching }) =>
    filter_id === undefined ? undefined : withValues(values(matching)),
  transform: ({ sort }) => sortRows(sorting(sort, dealFields)),
  narrow(input) {
    const canSearch = input.filter_id === undefined && input.status !== 'deleted'
    return whereFields('deal', input.custom_fields, canSearch ? listOf(input) : undefined)
  },
  hydrate: (rows, memory) => toDeals(rows, { inPlace: true, memory }),
})

type Asked = Matching & ListInput & { readonly archived?: boolean }

const listOf = ({ archived, ...rest }: Asked) => ({
  path: archived ? ('/api/v2/deals/archived' as const) : ('/api/v2/deals' as const),
  query: listQuery(rest, dealFields, values(rest)),
  row: DealRecord,
})

/** The API ignores these beside a filter, so the rows are compared with them. */
const values = ({ user_id, person_id, org_id, pipeline_id, stage_id, status }: Matching) => ({
  owner_id: user_id,
  person_id,
  org_id,
  pipeline_id,
  stage_id,
  status: status === 'all_not_deleted' ? undefined : status,
})

type MatchedId = 'user_id' | 'person_id' | 'org_id' | 'pipeline_id' | 'stage_id'
type Matching = { readonly [Name in MatchedId]?: number } & { readonly status: string }
