import type { Kind, Records } from '../records.ts'

export const actions = ['create', 'change', 'delete', '*'] as const
export const objects = [
  ...([
    'activity',
    'deal',
    'lead',
    'note',
    'organization',
    'person',
    'pipeline',
    'product',
  ] as const),
  ...(['stage', 'user', 'project', 'task', 'board', 'phase', 'deal_installment'] as const),
  ...(['deal_product', '*'] as const),
]

/** Author and way of a change, which webhooks tell. */
export interface Origin {
  readonly userId: number
  readonly source: 'api' | 'app'
}
/** Kinds of records with documented deliveries. */
export type WebhookKind = Exclude<Kind, 'product'>
export type Change = {
  [K in WebhookKind]: {
    readonly kind: K
    readonly before: Records[K] | undefined
    readonly after: Records[K] | undefined
    readonly merged?: { readonly from: number } | { readonly to: number }
  } & Origin
}[WebhookKind]

export interface Webhook {
  readonly id: number
  readonly name: string
  readonly user_id: number
  readonly owner_id: number
  readonly event_action: string
  readonly event_object: string
  readonly subscription_url: string
  readonly http_auth_user: string | null
  readonly http_auth_password: string | null
  readonly add_time: number
  /** First attempts that failed since the last ban. */
  failures: number
  bannedUntil: number
  /** The first failure since the last success. */
  failingSince: number | undefined
  last_delivery_time: number | undefined
  last_http_status: number | undefined
}

export interface Event {
  readonly entity: string
  readonly entityId: string
  readonly action: 'create' | 'change' | 'delete'
  readonly data: object | null
  readonly previous: object | null
  readonly userId: number
  readonly source: 'api' | 'app'
  readonly merged: { readonly from: number } | { readonly to: number } | undefined
  readonly correlationId: string
  readonly time: number
}

/** One attempt at delivering one event, as `/_sandbox/deliveries` shows it. */
export interface Attempt {
  readonly webhookId: number
  readonly eventId: string
  readonly attempt: number
  readonly at: string
  readonly outcome: number | 'timeout' | 'no connection' | 'banned'
}
