import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Faults } from '../faults.ts'
import type { Store } from '../store.ts'
import type { Message } from './delivery.ts'
import { createDelivery } from './delivery.ts'
import { envelope } from './envelope.ts'
import { payloadOf } from './payload.ts'
import type { Sender } from './send.ts'
import type { Attempt, Change, Event, Webhook } from './types.ts'

interface Surroundings {
  readonly clock: Clock
  readonly sender: Sender
  readonly faults: Faults
  store(): Store
  host(): string
}

const maxAttempts = 20_000
const maxHoldMs = 5000

/** All webhooks, and what becomes of an event. */
export const createWebhookService = ({ clock, sender, faults, store, host }: Surroundings) => {
  const webhooks = new Map<number, Webhook>()
  let attempts: Attempt[] = []
  let lastId = 1_000_000
  const remove = (webhook: Webhook) => webhooks.delete(webhook.id)
  const delivery = createDelivery({
    clock,
    sender,
    remove,
    isAlive: webhook => webhooks.get(webhook.id) === webhook,
    log: attempt => {
      attempts.push(attempt)
      if (attempts.length > maxAttempts) attempts = attempts.slice(-maxAttempts / 2)
    },
  })

  /** A message that is held back so that the next one overtakes it. */
  const held = new Map<number, () => void>()
  const hold = (message: Message) => {
    const release = () => {
      held.delete(message.webhook.id)
      cancel()
      delivery.start(message)
    }
    const cancel = clock.at(clock.now() + maxHoldMs, release)
    held.set(message.webhook.id, release)
  }
  const dispatch = (message: Message) => {
    if (!held.has(message.webhook.id) && faults.take(['webhook-reorder'])) return hold(message)
    const delay = faults.take(['webhook-delay'])?.ms
    if (delay !== undefined) clock.at(clock.now() + delay, () => delivery.start(message))
    else delivery.start(message)
    if (faults.take(['webhook-duplicate'])) delivery.start(message)
    const release = held.get(message.webhook.id)
    if (release) setImmediate(release)
  }

  const eventOf = (change: Change): Event => ({
    ...payloadOf(store(), change),
    entity: change.kind,
    entityId: String((change.after ?? change.before)?.id),
    userId: change.userId,
    source: change.source,
    merged: change.merged,
    correlationId: randomUUID(),
    time: clock.now(),
  })
  const wants = (webhook: Webhook, event: Event) =>
    ['*', event.entity].includes(webhook.event_object) &&
    ['*', event.action].includes(webhook.event_action)

  return {
    create: (
      wanted: Pick<
        Webhook,
        | 'name'
        | 'user_id'
        | 'owner_id'
        | 'event_action'
        | 'event_object'
        | 'subscription_url'
        | 'http_auth_user'
        | 'http_auth_password'
      >,
    ) => {
      const webhook: Webhook = {
        ...wanted,
        id: ++lastId,
        add_time: clock.now(),
        failures: 0,
        bannedUntil: 0,
        failingSince: undefined,
        last_delivery_time: undefined,
        last_http_status: undefined,
      }
      webhooks.set(webhook.id, webhook)
      return webhook
    },
    get: (id: number) => webhooks.get(id),
    all: () => [...webhooks.values()],
    remove,
    publish: (change: Change) => {
      if (webhooks.size === 0) return
      const event = eventOf(change)
      for (const webhook of webhooks.values()) {
        if (!wants(webhook, event)) continue
        const id = randomUUID()
        const body = (attempt: number) =>
          JSON.stringify(envelope(store(), host(), webhook, event, { id, attempt }))
        dispatch({ webhook, id, body })
      }
    },
    attempts: () => attempts,
    settle: delivery.settle,
    clear: () => {
      webhooks.clear()
      held.clear()
      attempts = []
    },
  }
}
export type WebhookService = ReturnType<typeof createWebhookService>
