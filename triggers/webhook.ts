import {
  member,
  object,
  readOptional,
  record,
  string,
  type Webhook,
  type WebhookEvent,
  type Exchange,
} from '../definitions/index.ts'
import { basicAuth, sameText } from './basicAuth.ts'
import { subscribe, unsubscribe, type Kept, type Subject } from './subscription.ts'

const Meta = object({
  properties: {
    id: string({ required: true }),
    action: string({ required: true }),
    entity: string({ required: true }),
    timestamp: string(),
  },
})

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
    const meta = readOptional(Meta, member(body, 'meta'), 'meta')
    const data = readOptional(record(), member(body, 'data'), 'data')
    if (!meta || !data || meta.action !== subject.action || meta.entity !== subject.entity)
      return undefined
    return {
      id: meta.id,
      occurredAt: meta.timestamp ?? '',
      data,
      previous: readOptional(record(), member(body, 'previous'), 'previous') ?? null,
      meta,
    }
  },
  complete,
})
