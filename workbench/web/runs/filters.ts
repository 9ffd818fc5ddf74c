import type { RunState, RunSummary } from '../../api/index.ts'

export type StateFilter = 'attention' | 'active' | 'done' | 'skipped' | 'cancelled'
export type RangeFilter = 'hour' | 'day' | 'week' | 'month'

/** Which runs are listed; everything that is absent is not narrowed down. */
export interface Filters {
  readonly workflow?: string | undefined
  readonly state?: StateFilter | undefined
  readonly range?: RangeFilter | undefined
  readonly search?: string | undefined
}

export const stateFilters: Readonly<
  Record<StateFilter, { readonly label: string; readonly states: readonly RunState[] }>
> = {
  attention: { label: 'Failed or unknown', states: ['failed', 'dead', 'parked'] },
  active: { label: 'Waiting or running', states: ['waiting', 'running'] },
  done: { label: 'Done', states: ['done'] },
  skipped: { label: 'Skipped', states: ['skipped'] },
  cancelled: { label: 'Cancelled', states: ['cancelled'] },
}

const hourMs = 3_600_000

export const rangeFilters: Readonly<
  Record<RangeFilter, { readonly label: string; readonly ms: number }>
> = {
  hour: { label: 'Last hour', ms: hourMs },
  day: { label: 'Last 24 hours', ms: 24 * hourMs },
  week: { label: 'Last 7 days', ms: 7 * 24 * hourMs },
  month: { label: 'Last 30 days', ms: 30 * 24 * hourMs },
}

const isKey = <Key extends string>(keys: Readonly<Record<Key, unknown>>, key: string): key is Key =>
  Object.hasOwn(keys, key)

export const stateIn = (text: string | null): StateFilter | undefined =>
  text !== null && isKey(stateFilters, text) ? text : undefined

export const rangeIn = (text: string | null): RangeFilter | undefined =>
  text !== null && isKey(rangeFilters, text) ? text : undefined

/** From the address of the page. */
export const filtersIn = (search: URLSearchParams): Filters => ({
  workflow: search.get('workflow') ?? undefined,
  state: stateIn(search.get('state')),
  range: rangeIn(search.get('range')),
  search: search.get('search') ?? undefined,
})

/** To the address of the page. */
export const searchOf = (filters: Filters): string => {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(
    given.map(([key, value]): [string, string] => [key, String(value)]),
  )
  return search.size > 0 ? `?${search.toString()}` : ''
}

/** What the server is asked for. */
export const queryOf = (
  { workflow, state, range, search }: Filters,
  now: number,
): URLSearchParams =>
  new URLSearchParams({
    ...(workflow && { workflow }),
    ...(state && { state: stateFilters[state].states.join() }),
    ...(range && { from: String(now - rangeFilters[range].ms) }),
    ...(search && { search }),
  })

/** Whether a run belongs to the list; of a search only the server can tell. */
export const matches = (
  { workflow, state, range, search }: Filters,
  run: RunSummary,
  now: number,
): boolean =>
  !search &&
  (workflow === undefined || run.workflowId === workflow) &&
  (state === undefined || stateFilters[state].states.includes(run.state)) &&
  (range === undefined || run.receivedAt >= now - rangeFilters[range].ms)
