/** Links of a note, and the flags that pin it to each. */
export const noteLinks = ['deal_id', 'lead_id', 'person_id', 'org_id'] as const
export type NoteLink = (typeof noteLinks)[number]
export const pinFlags = {
  deal_id: 'pinned_to_deal_flag',
  lead_id: 'pinned_to_lead_flag',
  person_id: 'pinned_to_person_flag',
  org_id: 'pinned_to_organization_flag',
} as const
export type PinFlag = (typeof pinFlags)[NoteLink]

export interface Note extends Readonly<Record<PinFlag, boolean>> {
  readonly id: number
  readonly content: string
  readonly user_id: number
  readonly deal_id: number | null
  readonly lead_id: string | null
  readonly person_id: number | null
  readonly org_id: number | null
  readonly add_time: string
  readonly update_time: string
  readonly last_update_user_id: number | null
}

export interface Comment {
  /** A uuid. */
  readonly id: string
  readonly note_id: number
  readonly content: string
  readonly user_id: number
  readonly updater_id: number
  readonly add_time: string
  readonly update_time: string
}
