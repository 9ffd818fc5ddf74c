import { integer } from '../../definitions/index.ts'
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
import { sampleLeadItem } from '../../component/samples.ts'
import { toLeadItems } from '../../component/searchToOutput.ts'
import { LeadItem } from '../../component/outputSchemas.ts'
import { LeadHit } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Leads#searchLeads */
export const searchLeads = searchAction({
  name: 'searchLeads',
  title: 'Search leads',
  description: 'Searches all leads by title, notes and/or custom fields.',
  agentHint:
    'Finds leads by words of their title, notes or custom fields; for all leads of a person or owner use getLeads.',
  properties: {
    term,
    fields: fields(['custom_fields', 'notes', 'title']),
    exact_match: exactMatch,
    person_id: integer({
      label: 'Person',
      description: 'Will filter leads by the provided person ID. Pipedrive finds 2000 at most.',
      optionsDataSource: persons,
      minValue: 1,
    }),
    organization_id: integer({
      label: 'Organization',
      description:
        'Will filter leads by the provided organization ID. Pipedrive finds 2000 at most.',
      optionsDataSource: organizations,
      minValue: 1,
    }),
    include_fields: includeFields(['lead.was_seen']),
  },
  row: LeadItem,
  sampleOutput: { body: { data: { items: [sampleLeadItem] } } },
  page: ({ limit: _limit, ...query }, position) =>
    page('/api/v2/leads/search', { ...position, query, row: LeadHit }),
  maxRows: ({ person_id, organization_id }) => searchLimit(person_id, organization_id),
  hydrate: toLeadItems,
})
