/** Kinds of records that users can follow. */
export type Followed = 'deal' | 'person' | 'organization' | 'product'

export interface Follower {
  readonly id: number
  readonly kind: Followed
  readonly item_id: number
  /** Kind and id in one, by which followers are looked up. */
  readonly item: string
  readonly user_id: number
  readonly add_time: string
}

export interface FollowChange {
  readonly id: number
  readonly item: string
  readonly action: 'added' | 'removed'
  readonly actor_user_id: number
  readonly follower_user_id: number
  readonly add_time: string
}

/** A lead that became a deal, or the other way round. */
export interface Conversion {
  /** A uuid. */
  readonly id: string
  /** Kind and id of the record that was converted. */
  readonly source: string
  readonly result: { readonly deal_id: number } | { readonly lead_id: string }
  readonly add_time: string
}

/** A relationship of two organizations. */
export interface Relationship {
  readonly id: number
  readonly type: 'parent' | 'related'
  readonly owner_org_id: number
  readonly linked_org_id: number
  readonly add_time: string
  readonly update_time: string
}
