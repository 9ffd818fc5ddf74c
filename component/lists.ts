import { member, type ListTransform } from '../definitions/index.ts'
import { sortRows, type Sorting } from './sort.ts'

/** Fields that lists of these records can be sorted by: the first-level ones that Pipedrive sends. */
export const dealFields = [
  'id',
  'title',
  'owner_id',
  'person_id',
  'org_id',
  'pipeline_id',
  'stage_id',
  'value',
  'currency',
  'status',
  'probability',
  'expected_close_date',
  'add_time',
  'update_time',
  'stage_change_time',
  'close_time',
  'won_time',
  'lost_time',
] as const

export const personFields = [
  'id',
  'name',
  'first_name',
  'last_name',
  'owner_id',
  'org_id',
  'add_time',
  'update_time',
] as const

export const organizationFields = [
  'id',
  'name',
  'owner_id',
  'add_time',
  'update_time',
  'website',
  'industry',
  'annual_revenue',
  'employee_count',
] as const

/** Names with a prefix, in an order: both need the whole list, as API v2 has neither any more. */
export const filterAndSort = (
  prefix: string | undefined,
  sorting: Sorting,
): ListTransform | undefined => {
  const sorted = sortRows(sorting)
  if (!prefix) return sorted
  const start = prefix.toLowerCase()
  const matches = (row: unknown) => {
    const name = member(row, 'name')
    return typeof name === 'string' && name.toLowerCase().startsWith(start)
  }
  return {
    apply: rows => {
      const kept = rows.filter(matches)
      return sorted ? sorted.apply(kept) : kept
    },
  }
}
