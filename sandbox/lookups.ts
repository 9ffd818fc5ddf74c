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
