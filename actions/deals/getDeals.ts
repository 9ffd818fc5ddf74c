import { integer, string } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/api.ts'
import { sort } from '../../component/sharedProperties.ts'
import { dealFields } from '../../component/lists.ts'
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
  properties: {
    user_id: integer({
      label: 'User',
      description:
        'Deals matching the given user will be returned. However, `filter_id` takes precedence over `user_id` when supplied.',
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
      description: 'Deals within the given stage will be returned.',
      optionsDataSource: stages,
      minValue: 1,
    }),
    status: string({
      label: 'Status',
      options: ['open', 'won', 'lost', 'deleted', 'all_not_deleted'],
      defaultValue: 'all_not_deleted',
    }),
    sort,
  },
  row: Deal,
  sampleOutput: { body: { data: [sampleDeal] } },
  page({ user_id, filter_id, stage_id, status, sort }, position) {
    const query = {
      owner_id: user_id,
      filter_id,
      stage_id,
      status: status === 'all_not_deleted' ? undefined : status,
      ...sorting(sort, dealFields).query,
    }
    return page('/api/v2/deals', { ...position, query, row: DealRecord })
  },
  transform: ({ sort }) => sortRows(sorting(sort, dealFields)),
  hydrate: rows => toDeals(rows),
})
