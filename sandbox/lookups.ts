import type { Kind } from './records.ts'

export interface Company {
  readonly id: number
  readonly name: string
  readonly domain: string
}

export interface User {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly admin: boolean
  readonly active: boolean
  readonly default_currency: string
  readonly locale: string
  readonly timezone_name: string
  readonly timezone_offset: string
  readonly language: { readonly language_code: string; readonly country_code: string }
  readonly phone: string | null
  readonly add_time: string
}

export interface Pipeline {
  readonly id: number
  readonly name: string
  readonly order_nr: number
  readonly is_deleted: boolean
  readonly is_deal_probability_enabled: boolean
  readonly add_time: string
  readonly update_time: string
}

export interface Stage {
  readonly id: number
  readonly order_nr: number
  readonly name: string
  readonly is_deleted: boolean
  readonly deal_probability: number
  readonly pipeline_id: number
  readonly is_deal_rot_enabled: boolean
  readonly days_to_rotten: number | null
  readonly add_time: string
  readonly update_time: string
}

export interface Currency {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly decimal_points: number
  readonly symbol: string
  readonly active_flag: boolean
  readonly is_custom_flag: boolean
}

export interface ActivityType {
  readonly id: number
  readonly name: string
  readonly icon_key: string
  readonly color: string
  readonly order_nr: number
  readonly key_string: string
  readonly active_flag: boolean
  readonly is_custom_flag: boolean
  readonly add_time: string
  readonly update_time: string
}

export interface LeadLabel {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly add_time: string
  readonly update_time: string
}

/** The kind of record that each type of filter is for. */
export const filterTypes = {
  deals: 'deal',
  leads: 'lead',
  org: 'organization',
  people: 'person',
  activity: 'activity',
  products: 'product',
} as const satisfies Record<string, Kind>
export type FilterType = keyof typeof filterTypes
export type FilterValue = string | number | boolean | null

/** One condition line: the code of a field, what to compare it by, and what with. */
export interface Condition {
  readonly field: string
  readonly operator: string
  readonly value?: FilterValue
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
  /** Conditions that all hold. */
  readonly conditions: readonly Condition[]
  /** Conditions one of which holds as well, if there are any. */
  readonly alternatives: readonly Condition[]
}
