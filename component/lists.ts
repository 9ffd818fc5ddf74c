import { member, type Query } from '../definitions/index.ts'
import { wholeSeconds } from './bodies.ts'
import { sorting } from './sort.ts'
import { fold } from './text.ts'

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

type Keep = (row: unknown) => boolean

/** Names with a prefix, which API v2 does not look for. */
export const startsWith = (prefix: string | undefined): Keep | undefined => {
  if (!prefix) return undefined
  const start = fold(prefix)
  return row => {
    const name = member(row, 'name')
    return typeof name === 'string' && fold(name).startsWith(start)
  }
}

/** Rows with these values. The API ignores such parameters beside a filter. */
export const withValues = (values: Readonly<Record<string, unknown>>): Keep => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return row => given.every(([name, value]) => member(row, name) === value)
}

export const both = (first: Keep | undefined, second: Keep | undefined): Keep | undefined =>
  first && second ? row => first(row) && second(row) : (first ?? second)

/** What lists of API v2 are asked for. */
export interface ListInput {
  readonly filter_id?: number
  readonly sort?: string
  readonly updated_since?: string
  readonly updated_until?: string
  readonly include_fields?: readonly string[]
  readonly include_labels?: boolean
}

/** A filter takes the place of the values that rows must have. */
export const listQuery = (
  { filter_id, sort, include_fields, include_labels, ...times }: ListInput,
  sortable: readonly string[],
  values: Query,
): Query => ({
  ...(filter_id === undefined ? values : { filter_id }),
  ...sorting(sort, sortable).query,
  updated_since: wholeSeconds(times.updated_since),
  updated_until: wholeSeconds(times.updated_until),
  include_fields,
  include_labels: include_labels || undefined,
})
