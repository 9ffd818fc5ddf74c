import { integer, member, string } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { both, withValues } from '../../component/lists.ts'
import { leadFilters, users } from '../../component/options/settings.ts'
import { organizations, persons } from '../../component/options/records.ts'
import { toLeads } from '../../component/toOutput.ts'
import { sampleLead } from '../../component/samples.ts'
import { Lead } from '../../component/outputSchemas.ts'
import { updatedSince } from '../../component/optionalFields.ts'
import { wantedCustomFields } from '../../component/customFields/property.ts'
import { whereLeadFields } from '../../component/customFields/where.ts'
import { wholeSeconds } from '../../component/bodies.ts'
import { leadsPage } from './pages.ts'

/** https://developers.pipedrive.com/docs/api/v1/Leads#getLeads */
export const getLeads = listAction({
  name: 'getLeads',
  title: 'Get leads',
  description:
    'Returns multiple leads. Leads are sorted by the time they were created, from oldest to newest.',
  agentHint:
    'Lists leads, oldest first and archived ones too, by owner, person, organization or a saved filter; to find one by words of its title use searchLeads.',
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
    sort_direction: string({
      label: 'Sort Direction',
      description: 'desc with no field to sort by gives the newest leads first.',
      options: ['asc', 'desc'],
    }),
    updated_since: updatedSince,
    custom_fields: wantedCustomFields('deal'),
  },
  row: Lead,
  sampleOutput: { body: { data: [sampleLead] } },
  page(input, position) {
    const { limit: _limit, custom_fields: _where, archived_status, filter_id, ...rest } = input
    const { sort, sort_direction, updated_since, ...matching } = rest
    const query = {
      ...(filter_id === undefined ? matching : { filter_id }),
      sort: sort_direction === 'desc' ? `${sort ?? 'add_time'} DESC` : sort,
      updated_since: wholeSeconds(updated_since),
    }
    return leadsPage(archived_status, query, position)
  },
  keep: ({ filter_id, owner_id, person_id, organization_id, updated_since }) =>
    both(
      filter_id === undefined ? undefined : withValues({ owner_id, person_id, organization_id }),
      changedSince(wholeSeconds(updated_since)),
    ),
  narrow: ({ custom_fields }) => whereLeadFields('deal', custom_fields),
  hydrate: (rows, memory) => toLeads(rows, { inPlace: true, memory }),
})

/** The list of archived leads does not look at the time. */
const changedSince = (time: string | undefined) =>
  time === undefined
    ? undefined
    : (row: unknown) => Date.parse(String(member(row, 'update_time'))) >= Date.parse(time)
