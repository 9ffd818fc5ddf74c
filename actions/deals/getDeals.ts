import { InputError, integer, string } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { sort } from '../../component/sharedProperties.ts'
import { dealFields, withValues } from '../../component/lists.ts'
import { dealFilters, stages, users } from '../../component/options/settings.ts'
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
    'Lists deals, by owner, stage, status or a saved filter; to find one by words of its title use searchDeals, and for one whose id is known getDealDetails.',
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
  },
  row: Deal,
  sampleOutput: { body: { data: [sampleDeal] } },
  page({ filter_id, sort, ...matching }, position) {
    const order = sorting(sort, dealFields).query
    if (filter_id !== undefined && matching.status === 'deleted')
      throw new InputError('status', 'deleted can’t be combined with filter_id: filters find none')
    const query = filter_id === undefined ? values(matching) : { filter_id }
    return page('/api/v2/deals', { ...position, query: { ...query, ...order }, row: DealRecord })
  },
  keep: ({ filter_id, ...matching }) =>
    filter_id === undefined ? undefined : withValues(values(matching)),
  transform: ({ sort }) => sortRows(sorting(sort, dealFields)),
  hydrate: (rows, memory) => toDeals(rows, { inPlace: true, memory }),
})

/** The API ignores these beside a filter, so the rows are compared with them. */
const values = ({ user_id, stage_id, status }: Matching) => ({
  owner_id: user_id,
  stage_id,
  status: status === 'all_not_deleted' ? undefined : status,
})

interface Matching {
  readonly user_id?: number
  readonly stage_id?: number
  readonly status: string
}
