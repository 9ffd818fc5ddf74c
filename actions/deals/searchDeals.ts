import { integer, string } from '../../definitions/index.ts'
import { searchAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import {
  exactMatch,
  fields,
  includeFields,
  searchLimit,
  term,
} from '../../component/sharedProperties.ts'
import { organizations, persons } from '../../component/options/records.ts'
import { sampleDealItem } from '../../component/samples.ts'
import { toDealItems } from '../../component/searchToOutput.ts'
import { DealItem } from '../../component/outputSchemas.ts'
import { DealHit } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Deals#searchDeals */
export const searchDeals = searchAction({
  name: 'searchDeals',
  title: 'Search deals',
  description: 'Searches all deals by title, notes and/or custom fields.',
  agentHint:
    'Finds deals by words of their title, notes or custom fields; for all deals of an owner or stage use getDeals.',
  properties: {
    term,
    fields: fields(['custom_fields', 'notes', 'title']),
    exact_match: exactMatch,
    person_id: integer({
      label: 'Person',
      description: 'Will filter deals by the provided person. Pipedrive finds 2000 at most.',
      optionsDataSource: persons,
      minValue: 1,
    }),
    organization_id: integer({
      label: 'Organization',
      description: 'Will filter deals by the provided organization. Pipedrive finds 2000 at most.',
      optionsDataSource: organizations,
      minValue: 1,
    }),
    status: string({
      label: 'Status',
      description:
        'Will filter deals by the provided specific status. Pipedrive finds 2000 at most.',
      options: ['open', 'won', 'lost'],
    }),
    include_fields: includeFields(['deal.cc_email']),
  },
  row: DealItem,
  sampleOutput: { body: { data: { items: [sampleDealItem] } } },
  page: ({ limit: _limit, ...query }, position) =>
    page('/api/v2/deals/search', { ...position, query, row: DealHit }),
  maxRows: ({ person_id, organization_id, status }) =>
    searchLimit(person_id, organization_id, status),
  hydrate: toDealItems,
})
