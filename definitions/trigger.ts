import type { Operation } from './operation.ts'
import type { Exchange } from './exchange.ts'
import type { OutputOf, Properties, Property } from './property.ts'

export interface WebhookEndpoint<Subscription> {
  /** Where the API is to deliver to. */
  readonly webhookUrl: string
  /** Fresh credentials that deliveries must carry. Letters and digits only. */
  readonly user: string
  readonly password: string
  /** What earlier enablings of this trigger returned, as far as the host still has it. */
  readonly earlier?: readonly Subscription[]
}

/** A delivery as it came in over HTTP; header names are lower case. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
}

export interface WebhookEvent {
  /** What a host deduplicates on: the same for every attempt to deliver this event. */
  readonly id: string
  /** ISO 8601. */
  readonly occurredAt: string
  readonly data: Readonly<Record<string, unknown>>
  /** The earlier values of what has changed, or null for a new record. */
  readonly previous: Readonly<Record<string, unknown>> | null
  readonly meta: Readonly<Record<string, unknown>>
}

export type WebhookVerdict = { readonly status: 200 | 400 | 401 }

/** `Subscription` is what `webhookEnable` returns and the host hands back to the other functions. */
export interface Webhook<Out, Subscription> {
  webhookEnable(endpoint: WebhookEndpoint<Subscription>): Exchange<Subscription>
  webhookDisable(subscription: Subscription): Exchange<void>
  /** Pure: whether a delivery is genuine. A host answers other statuses than 200 at once. */
  webhookValidate(request: WebhookRequest, subscription: Subscription): WebhookVerdict
  /** Pure: the event in a genuine delivery, or nothing if it is not for this trigger. */
  webhookRequest(request: WebhookRequest, subscription: Subscription): WebhookEvent | undefined
  /** From a committed event to the declared output. */
  hydrate(event: WebhookEvent): Exchange<Out>
}

export interface Trigger<O extends Property = Property, Subscription = unknown>
  extends Operation<Properties, O>, Webhook<OutputOf<O>, Subscription> {
  readonly type: 'DYNAMIC_WEBHOOK'
}

export const trigger = <const O extends Property, Subscription>(
  definition: Omit<Trigger<O, Subscription>, 'type' | 'properties'>,
): Trigger<O, Subscription> => ({ ...definition, type: 'DYNAMIC_WEBHOOK', properties: {} })
