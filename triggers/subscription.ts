import {
  ApiError,
  array,
  ComponentError,
  integer,
  object,
  string,
  type Exchange,
  type WebhookEndpoint,
} from '../definitions/index.ts'
import { get, post, send } from '../component/api.ts'
import { nullIfNotFound } from '../component/missing.ts'

/** What to be told of. */
export interface WebhookEventType {
  readonly action: 'create' | 'change'
  readonly entity: 'activity' | 'deal' | 'organization' | 'person'
}

/** What a host keeps of an enabled trigger: Pipedrive does not give the credentials back. */
export interface WebhookSubscription {
  readonly id: number
  readonly user: string
  readonly password: string
}

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
const maxPerUser = 40

const Subscription = object({
  properties: {
    id: integer({ required: true }),
    subscription_url: string(),
    event_action: string(),
    event_object: string(),
    is_active: integer(),
  },
})

/**
 * A webhook for the subject at this address, and only one. An earlier one is taken over if its
 * credentials are at hand, and replaced otherwise; webhooks to other addresses are left alone.
 */
export function* subscribe(
  subject: WebhookEventType,
  { webhookUrl, user, password, earlier = [] }: WebhookEndpoint<WebhookSubscription>,
): Exchange<WebhookSubscription> {
  const all = yield* get('/api/v1/webhooks', { returns: array({ items: Subscription }) })
  const twins = all.filter(
    twin =>
      twin.subscription_url === webhookUrl &&
      twin.event_action === subject.action &&
      twin.event_object === subject.entity,
  )
  const known = earlier.find(({ id }) =>
    twins.some(twin => twin.id === id && Number(twin.is_active ?? 1) !== 0),
  )
  const old = twins.map(({ id }) => id).filter(id => id !== known?.id)
  if (known) {
    yield* unsubscribeAll(old)
    return known
  }
  const full = all.length >= maxPerUser
  if (full) yield* unsubscribeAll(old)
  const created = { id: yield* create(subject, webhookUrl, user, password), user, password }
  if (!full) yield* replace(old, created)
  return created
}

function* create(
  { action, entity }: WebhookEventType,
  webhookUrl: string,
  user: string,
  password: string,
): Exchange<number> {
  const body = {
    name: `${entity} ${action}`,
    version: '2.0',
    event_action: action,
    event_object: entity,
    subscription_url: webhookUrl,
    http_auth_user: user,
    http_auth_password: password,
  }
  try {
    return (yield* post('/api/v1/webhooks', { body, returns: Subscription })).id
  } catch (cause) {
    if (!(cause instanceof ApiError && cause.status === 422)) throw cause
    throw new ComponentError(`The webhook can’t be created: ${cause.message}`, {
      cause,
      recovery: 'fix-input',
      hint: `Pipedrive allows ${maxPerUser} webhooks per user; turn off a trigger or delete a webhook you no longer need.`,
    })
  }
}

/** Ends with the new webhook alone, or fails with the old ones alone. */
function* replace(old: readonly number[], created: WebhookSubscription): Exchange<void> {
  try {
    yield* unsubscribeAll(old)
  } catch (error) {
    yield* unsubscribe(created.id)
    throw error
  }
}

function* unsubscribeAll(ids: readonly number[]): Exchange<void> {
  for (const id of ids) yield* unsubscribe(id)
}

/** Pipedrive drops webhooks that fail for three days itself, so one that is gone is a success. */
export function* unsubscribe(id: number): Exchange<void> {
  yield* nullIfNotFound(send({ method: 'DELETE', path: '/api/v1/webhooks/{id}', params: { id } }))
}
