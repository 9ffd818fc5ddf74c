import {
  member,
  read,
  readOptional,
  record,
  string,
  type Webhook,
  type WebhookEvent,
  type Exchange,
} from '../definitions/index.ts'
import { basicAuth, sameText } from './basicAuth.ts'
import { subscribe, unsubscribe, type Kept, type Subject } from './subscription.ts'

/** A text, but for some events (of users, say) a number of seconds. */
const asTime = (timestamp: unknown): string => {
  if (typeof timestamp === 'string') return timestamp
  return typeof timestamp === 'number' && timestamp < 1e11
    ? new Date(timestamp * 1000).toISOString()
    : ''
}

/**
 * What the seven triggers share: a Pipedrive webhook (v2) for one kind of change to one kind of
 * record. https://pipedrive.readme.io/docs/guide-for-webhooks-v2
 */
export const webhook = <Out>(
  subject: Subject,
  complete: (event: WebhookEvent) => Exchange<Out>,
): Webhook<Out, Kept> => ({
  webhookEnable: endpoint => subscribe(subject, endpoint),
  webhookDisable: ({ id }) => unsubscribe(id),
  webhookValidate({ headers, body }, { user, password }) {
    const given = headers['authorization'] ?? ''
    if (!sameText(basicAuth(user, password), given)) return { status: 401 }
    return { status: typeof member(member(body, 'meta'), 'id') === 'string' ? 200 : 400 }
  },
  webhookRequest({ body }) {
    const meta = readOptional(record(), member(body, 'meta'), 'meta')
    const data = readOptional(record(), member(body, 'data'), 'data')
    if (!meta || !data) return undefined
    if (meta['action'] !== subject.action || meta['entity'] !== subject.entity) return undefined
    return {
      id: read(string(), meta['id'], 'meta.id'),
      occurredAt: asTime(meta['timestamp']),
      data,
      previous: readOptional(record(), member(body, 'previous'), 'previous') ?? null,
      meta,
    }
  },
  complete,
})
