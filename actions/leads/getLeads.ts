import { integer, string } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { withValues } from '../../component/lists.ts'
import { leadFilters, users } from '../../component/options/settings.ts'
import { organizations, persons } from '../../component/options/records.ts'
import { toLeads } from '../../component/toOutput.ts'
import { sampleLead } from '../../component/samples.ts'
import { Lead } from '../../component/outputSchemas.ts'
import { leadsPage } from './pages.ts'

/** https://developers.pipedrive.com/docs/api/v1/Leads#getLeads */
export const getLeads = listAction({
  name: 'getLeads',
  title: 'Get leads',
  description:
    'Returns multiple leads. Leads are sorted by the time they were created, from oldest to newest.',
  agentHint:
    'Lists leads, archived ones too, by owner, person, organization or a saved filter; to find one by words of its title use searchLeads.',
  properties: {
    archived_status: string({
      label: 'Archived Status',
      description: 'Filtering based on the archived status of a lead.',
      options: ['archived', 'not_archived', 'all'],
      defaultValue: 'all',
    }),
    owner_id: integer({
      label: 'Owner',
      description:
        'Leads matching the given user will be returned. Together with `filter_id`, leads must match both.',
      optionsDataSource: users,
      minValue: 1,
    }),
    person_id: integer({
      label: 'Person',
      description:
        'If supplied, only leads matching the given person will be returned. Together with `filter_id`, leads must match both.',
      optionsDataSource: persons,
      minValue: 1,
    }),
    organization_id: integer({
      label: 'Organization',
      description:
        'If supplied, only leads matching the given organization will be returned. Together with `filter_id`, leads must match both.',
      optionsDataSource: organizations,
      minValue: 1,
    }),
    filter_id: integer({
      label: 'Filter',
      description: 'Filter to use',
      optionsDataSource: leadFilters,
      minValue: 1,
    }),
    sort: string({
      label: 'Sort',
      description:
        'The field to sort by, ascending. Only first-level field keys are supported (no nested keys).',
      options: [
        'id',
        'title',
        'owner_id',
        'creator_id',
        'was_seen',
        'expected_close_date',
        'next_activity_id',
        'add_time',
        'update_time',
      ],
    }),
  },
  row: Lead,
  sampleOutput: { body: { data: [sampleLead] } },
  page({ limit: _limit, archived_status, filter_id, sort, ...matching }, position) {
    const query = filter_id === undefined ? matching : { filter_id }
    return leadsPage(archived_status, { ...query, sort }, position)
  },
  keep: ({ filter_id, owner_id, person_id, organization_id }) =>
    filter_id === undefined ? undefined : withValues({ owner_id, person_id, organization_id }),
  hydrate: (rows, memory) => toLeads(rows, { inPlace: true, memory }),
})
