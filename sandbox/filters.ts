import type { Kind, Records } from './records.ts'

export const filterTypes = {
  deals: 'deal',
  leads: 'lead',
  org: 'organization',
  people: 'person',
  activity: 'activity',
} as const satisfies Record<string, Kind>
export type FilterType = keyof typeof filterTypes

/** One condition line; several are joined by "and". */
export interface Condition {
  readonly field: string
  readonly operator: '=' | '!=' | '>' | '<' | 'IS NULL' | 'IS NOT NULL'
  readonly value?: string | number | boolean
}

export interface Filter {
  readonly id: number
  readonly name: string
  readonly type: FilterType
  readonly active_flag: boolean
  readonly temporary_flag: boolean | null
  readonly user_id: number
  readonly add_time: string
  readonly update_time: string
  readonly conditions: readonly Condition[]
}

const holds = (condition: Condition, actual: unknown) => {
  const wanted = condition.value
  switch (condition.operator) {
    case '=':
      return actual === wanted
    case '!=':
      return actual !== wanted
    case '>':
      return typeof actual === 'number' && typeof wanted === 'number' && actual > wanted
    case '<':
      return typeof actual === 'number' && typeof wanted === 'number' && actual < wanted
    case 'IS NULL':
      return actual === null
    case 'IS NOT NULL':
      return actual !== null
  }
}

const member = (record: object, name: string): unknown =>
  Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined

export const matches = (filter: Filter, record: Records[Kind]) =>
  filter.conditions.every(condition => holds(condition, member(record, condition.field)))
