interface Id {
  readonly id: number
}
interface Named extends Id {
  readonly name: string
}
interface Labelled extends Id {
  readonly label: string
}

/**
 * A record, of whatever kind the path gives, by those names that tests read. A name that the
 * kind doesn't have reads as undefined and fails the assertion that needed it.
 */
export interface Row extends Named {
  readonly title: string
  readonly type: string
  readonly status: string
  readonly code: string
  readonly key: string
  readonly value: number
  readonly result_score: number
  readonly item: Row
  readonly items: readonly Row[]
  readonly add_time: string
  readonly update_time: string
  readonly won_time: string
  readonly close_time: string
  readonly first_won_time: string
  readonly is_deleted: boolean
  readonly is_archived: boolean
  readonly is_custom_field: boolean
  readonly active_flag: boolean
  readonly done: boolean
  readonly owner_id: number
  readonly person_id: number | null
  readonly org_id: number | null
  readonly organization_id: number | null
  readonly deal_id: number | null
  readonly stage_id: number
  readonly pipeline_id: number
  readonly order_nr: number
  readonly address: string
  readonly person: Named
  readonly organization: Named
  readonly field_code: string
  readonly field_type: string
  readonly options: readonly Labelled[]
  readonly labels: readonly Labelled[]
  readonly conditions: { readonly glue: string }
  readonly custom_fields: Readonly<Record<string, unknown>>
  readonly activities_count: number
  readonly open_deals_count: number
  readonly won_deals_count: number
  readonly lost_deals_count: number
  readonly people_count: number
  readonly products_count: number
  readonly content: string
  readonly uuid: string
  readonly sum: number
  readonly conversion_id: string
  readonly lead_id: string
  readonly label_ids: readonly number[]
}

/** The body of an answer; `data` is one record or a list of them. */
export interface Body {
  readonly success: boolean
  readonly status: string
  readonly error: string
  readonly error_info: string
  readonly message: string
  readonly code: string
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly data: Row & readonly Row[]
  readonly additional_data: {
    readonly next_cursor: string | null
    readonly more_items_in_collection: boolean
  }
  readonly access_token: string
  readonly refresh_token: string
  readonly attempts: readonly { readonly attempt: number; readonly outcome: number | string }[]
  readonly faults: readonly Id[]
  readonly total: number
  readonly entries: readonly {
    readonly path: string
    readonly status: number
    readonly tokens: number
  }[]
}

export interface Payload {
  readonly data: Row | null
  readonly previous: Row | null
  readonly meta: {
    readonly action: string
    readonly entity_id: string
    readonly id: string
    readonly attempt: number
  }
}
