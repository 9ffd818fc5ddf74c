import type { BillingFrequency, Price } from './records.ts'

/** A product in a deal. */
export interface DealProduct {
  readonly id: number
  readonly deal_id: number
  readonly product_id: number
  readonly product_variation_id: number | null
  readonly name: string
  readonly item_price: number
  readonly quantity: number
  readonly tax: number
  readonly tax_method: 'exclusive' | 'inclusive' | 'none'
  readonly discount: number
  readonly discount_type: 'percentage' | 'amount'
  readonly currency: string
  readonly comments: string
  readonly is_enabled: boolean
  readonly order_nr: number
  readonly billing_frequency: BillingFrequency
  readonly billing_frequency_cycles: number | null
  readonly billing_start_date: string | null
  readonly add_time: string
  readonly update_time: string
}

export interface Variation {
  readonly id: number
  readonly product_id: number
  readonly name: string
  readonly prices: readonly Price[]
  readonly add_time: string
}

/** A discount on a deal as a whole. */
export interface Discount {
  /** A uuid. */
  readonly id: string
  readonly deal_id: number
  readonly type: 'percentage' | 'amount'
  readonly amount: number
  readonly description: string
  readonly created_by: number
  readonly updated_by: number
  readonly add_time: string
  readonly update_time: string
}

export interface Installment {
  readonly id: number
  readonly deal_id: number
  readonly amount: number
  readonly billing_date: string
  readonly description: string
  readonly add_time: string
}
