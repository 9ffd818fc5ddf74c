import {
  isRecord,
  member,
  type Exchange,
  type Webhook,
  type WebhookEvent,
} from '../definitions/index.ts'
import { basicAuth, timingSafeEqual } from './basicAuth.ts'
import {
  subscribe,
  unsubscribe,
  type WebhookSubscription,
  type WebhookEventType,
} from './subscription.ts'

/** ISO 8601; a text, but for some events (of users, say) a number of seconds. */
const asTime = (timestamp: unknown): string | undefined => {
  if (timestamp === undefined || timestamp === null) return ''
  if (typeof timestamp === 'string')
    return Number.isNaN(Date.parse(timestamp)) ? undefined : timestamp
  return typeof timestamp === 'number' && timestamp >= 0 && timestamp < 1e11
    ? new Date(timestamp * 1000).toISOString()
    : undefined
}

/** Absent and null mean that there is nothing; so does `[]`, which PHP writes for an empty object. */
const optional = (value: unknown): Readonly<Record<string, unknown>> | null | undefined => {
  if (value === undefined || value === null) return null
  if (Array.isArray(value) && value.length === 0) return {}
  return isRecord(value) ? value : undefined
}

/** What a delivery says, of whatever it is about; undefined if it is malformed. */
const parseDelivery = (body: unknown) => {
  const meta = member(body, 'meta')
  const data = optional(member(body, 'data'))
  const previous = optional(member(body, 'previous'))
  const id = member(meta, 'id')
  const occurredAt = asTime(member(meta, 'timestamp'))
  if (!isRecord(meta) || data === undefined || previous === undefined) return undefined
  if (typeof id !== 'string' || id === '' || occurredAt === undefined) return undefined
  return { id, occurredAt, data, previous, meta }
}

/**
 * What the seven triggers share: a Pipedrive webhook (v2) for one kind of change to one kind of
 * record. https://pipedrive.readme.io/docs/guide-for-webhooks-v2
 */
export const webhook = <Out>(
  subject: WebhookEventType,
  hydrate: (event: WebhookEvent) => Exchange<Out>,
): Webhook<Out, WebhookSubscription> => ({
  webhookEnable: endpoint => subscribe(subject, endpoint),
  webhookDisable: ({ id }) => unsubscribe(id),
  webhookValidate({ headers, body }, { user, password }) {
    const given = headers['authorization'] ?? ''
    if (!timingSafeEqual(basicAuth(user, password), given)) return { status: 401 }
    return { status: parseDelivery(body) ? 200 : 400 }
  },
  webhookRequest({ body }) {
    const delivery = parseDelivery(body)
    if (!delivery?.data) return undefined
    const { data, meta } = delivery
    if (meta['action'] !== subject.action || meta['entity'] !== subject.entity) return undefined
    return { ...delivery, data }
  },
  hydrate,
})
