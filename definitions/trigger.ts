import type { Operation } from './operation.ts'
import type { Exchange } from './exchange.ts'
import type { OutputOf, Properties, Property } from './property.ts'

export interface WebhookEndpoint<Kept> {
  /** Where the API is to deliver to. */
  readonly webhookUrl: string
  /** Fresh credentials that deliveries must carry. Letters and digits only. */
  readonly user: string
  readonly password: string
  /** What earlier enablings of this trigger returned, as far as the host still has it. */
  readonly kept?: readonly Kept[]
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

/** `Kept` is what `webhookEnable` returns and the host hands back to the other functions. */
export interface Webhook<Out, Kept> {
  webhookEnable(endpoint: WebhookEndpoint<Kept>): Exchange<Kept>
  webhookDisable(kept: Kept): Exchange<void>
  /** Pure: whether a delivery is genuine. A host answers other statuses than 200 at once. */
  webhookValidate(request: WebhookRequest, kept: Kept): WebhookVerdict
  /** Pure: the event in a genuine delivery, or nothing if it is not for this trigger. */
  webhookRequest(request: WebhookRequest, kept: Kept): WebhookEvent | undefined
  /** From a committed event to the declared output. */
  complete(event: WebhookEvent): Exchange<Out>
}

export interface Trigger<O extends Property = Property, Kept = unknown>
  extends Operation<Properties, O>, Webhook<OutputOf<O>, Kept> {
  readonly type: 'DYNAMIC_WEBHOOK'
}

export const trigger = <const O extends Property, Kept>(
  definition: Omit<Trigger<O, Kept>, 'type' | 'properties'>,
): Trigger<O, Kept> => ({ ...definition, type: 'DYNAMIC_WEBHOOK', properties: {} })
