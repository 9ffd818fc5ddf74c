import type { CustomValues } from './fields/types.ts'

/** Members of every record; `deleted_at` and the like stay inside. */
interface Base {
  readonly add_time: string
  readonly update_time: string | null
  readonly is_deleted: boolean
  readonly deleted_at: number | null
  readonly custom_fields: CustomValues
}

export type Status = 'open' | 'won' | 'lost'

export interface Deal extends Base {
  readonly id: number
  readonly title: string
  readonly creator_user_id: number
  readonly owner_id: number
  readonly value: number
  readonly person_id: number | null
  readonly org_id: number | null
  readonly stage_id: number
  readonly pipeline_id: number
  readonly currency: string
  readonly archive_time: string | null
  readonly stage_change_time: string | null
  readonly status: Status
  readonly is_archived: boolean
  readonly probability: number | null
  readonly lost_reason: string | null
  readonly visible_to: number
  readonly close_time: string | null
  readonly won_time: string | null
  readonly lost_time: string | null
  readonly first_won_time: string | null
  readonly expected_close_date: string | null
  readonly label_ids: readonly number[]
  readonly origin: string
  readonly origin_id: string | null
  readonly channel: number | null
  readonly channel_id: string | null
  readonly source_lead_id: string | null
}

export interface Contact {
  readonly value: string
  readonly primary: boolean
  readonly label: string
}

export interface Person extends Base {
  readonly id: number
  readonly name: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly owner_id: number
  readonly org_id: number | null
  readonly emails: readonly Contact[]
  readonly phones: readonly Contact[]
  readonly visible_to: number
  readonly label_ids: readonly number[]
  readonly picture_id: number | null
}

export interface Address {
  readonly value: string
  readonly country: string | null
  readonly admin_area_level_1: string | null
  readonly admin_area_level_2: string | null
  readonly locality: string | null
  readonly sublocality: string | null
  readonly route: string | null
  readonly street_number: string | null
  readonly subpremise: string | null
  readonly postal_code: string | null
}

export interface Organization extends Base {
  readonly id: number
  readonly name: string
  readonly owner_id: number
  readonly visible_to: number
  readonly address: Address | null
  readonly label_ids: readonly number[]
  readonly website: string | null
  readonly linkedin: string | null
  readonly industry: number | null
  readonly annual_revenue: number | null
  readonly employee_count: number | null
}

export interface Participant {
  readonly person_id: number
  readonly primary: boolean
}

export interface Attendee {
  readonly email: string
  readonly name: string | null
  readonly status: string | null
  readonly is_organizer: boolean | null
  readonly person_id: number | null
  readonly user_id: number | null
}

export interface Activity extends Base {
  readonly id: number
  readonly subject: string
  readonly type: string
  readonly owner_id: number
  readonly creator_user_id: number
  readonly deal_id: number | null
  readonly lead_id: string | null
  readonly person_id: number | null
  readonly org_id: number | null
  readonly project_id: number | null
  readonly due_date: string | null
  readonly due_time: string | null
  readonly duration: string | null
  readonly busy: boolean
  readonly done: boolean
  readonly marked_as_done_time: string | null
  readonly location: Address | null
  readonly participants: readonly Participant[]
  readonly attendees: readonly Attendee[]
  readonly public_description: string | null
  readonly priority: number | null
  readonly outcome: number | null
  readonly note: string | null
}

export interface Money {
  readonly amount: number
  readonly currency: string
}

export interface Lead extends Base {
  readonly id: string
  readonly title: string
  readonly owner_id: number
  readonly creator_id: number
  readonly label_ids: readonly string[]
  readonly person_id: number | null
  readonly organization_id: number | null
  readonly source_name: string
  readonly origin: string
  readonly origin_id: string | null
  readonly channel: number | null
  readonly channel_id: string | null
  readonly source_deal_id: number | null
  readonly is_archived: boolean
  readonly was_seen: boolean
  readonly value: Money | null
  readonly expected_close_date: string | null
  readonly next_activity_id: number | null
  readonly visible_to: string
  readonly update_time: string
}

export const billingFrequencies = [
  ...(['one-time', 'annually', 'semi-annually', 'quarterly', 'monthly', 'weekly'] as const),
] as const
export type BillingFrequency = (typeof billingFrequencies)[number]

export interface Price {
  readonly currency: string
  readonly price: number
  readonly cost: number
  readonly direct_cost: number | null
  readonly notes: string
}

export interface Product extends Base {
  readonly id: number
  readonly name: string
  readonly code: string | null
  readonly description: string | null
  readonly unit: string | null
  readonly tax: number
  /** An option of the field `category`. */
  readonly category: number | null
  readonly owner_id: number
  readonly is_linkable: boolean
  readonly visible_to: number
  readonly billing_frequency: BillingFrequency
  readonly billing_frequency_cycles: number | null
  readonly prices: readonly Price[]
}

/** Leads use the deals' custom fields. */
export interface Records {
  readonly deal: Deal
  readonly person: Person
  readonly organization: Organization
  readonly activity: Activity
  readonly lead: Lead
  readonly product: Product
}
export type Kind = keyof Records
