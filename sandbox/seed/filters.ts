import type { Condition, Filter, FilterType } from '../lookups.ts'

type Line = readonly [type: FilterType, name: string, conditions: readonly Condition[]]

const lines = (me: number): readonly Line[] => [
  ['deals', 'All open deals', [{ field: 'status', operator: '=', value: 'open' }]],
  ['deals', 'Deals over 50 000', [{ field: 'value', operator: '>', value: 50_000 }]],
  [
    'deals',
    'My lost deals & "almosts"',
    [
      { field: 'status', operator: '=', value: 'lost' },
      { field: 'owner_id', operator: '=', value: me },
    ],
  ],
  ['leads', 'Seen leads', [{ field: 'was_seen', operator: '=', value: true }]],
  ['leads', 'Leads without an organization', [{ field: 'organization_id', operator: 'IS NULL' }]],
  ['org', 'My organizations', [{ field: 'owner_id', operator: '=', value: me }]],
  ['org', 'Organizations with a website', [{ field: 'website', operator: 'IS NOT NULL' }]],
  ['people', 'My people', [{ field: 'owner_id', operator: '=', value: me }]],
  ['people', 'People without an organization', [{ field: 'org_id', operator: 'IS NULL' }]],
  ['activity', 'To do', [{ field: 'done', operator: '=', value: false }]],
  [
    'activity',
    'Done calls',
    [
      { field: 'done', operator: '=', value: true },
      { field: 'type', operator: '=', value: 'call' },
    ],
  ],
  ['deals', 'Switched off', []],
  ['deals', 'Only for now', [{ field: 'status', operator: '=', value: 'won' }]],
]

export const seedFilters = (me: number): readonly Filter[] =>
  lines(me).map(([type, name, conditions], index) => ({
    id: index + 1,
    name,
    type,
    active_flag: name !== 'Switched off',
    temporary_flag: name === 'Only for now' ? true : null,
    user_id: me,
    add_time: '2023-02-01 09:30:00',
    update_time: '2023-02-01 09:30:00',
    conditions,
    alternatives: [],
  }))
