import { randomBytes } from 'node:crypto'
import { hydrateEvent, drive, type Warning } from '../../engine/index.ts'
import type { Trigger, WebhookEvent } from '../../definitions/index.ts'
import type { Client } from '../index.ts'
import { createWebhookRoute } from './acceptDelivery.ts'
import { openReceiver, type Receiver } from './receiver.ts'
import { addressOf } from './publicUrl.ts'
import { createSecret } from './createSecret.ts'

export interface TriggerEvent {
  readonly event: WebhookEvent
  /** The declared output. */
  readonly output: unknown
  readonly warnings: readonly Warning[]
}

export interface ListenerOptions {
  readonly client: Client
  /** Where the API reaches this machine, such as a tunnel; the loopback address when absent. */
  readonly publicUrl?: string | undefined
  readonly port?: number
  /** Where deliveries arrive; one of its own when absent. */
  readonly receiver?: Receiver
  readonly onEvent: (event: TriggerEvent) => void
  readonly onError: (error: unknown) => void
}

export interface Listener {
  readonly webhookUrl: string
  /** Deletes the webhook and stops; events under way are finished first. */
  close(): Promise<void>
}

/** Ids that are remembered; a delivery is repeated within minutes. */
const maxSeenIds = 10_000

/**
 * Enables a trigger for a look at its events: each is completed once, and none is kept. What has
 * to survive the process is `startWorkflow`'s.
 */
export const listen = async (trigger: Trigger, options: ListenerOptions): Promise<Listener> => {
  const { client, onEvent, onError } = options
  const send = client.sender({ onRequest: () => {} })
  const seen = new Set<string>()
  const inFlight = new Set<Promise<void>>()
  let subscription: unknown

  const hydrate = async (event: WebhookEvent) => {
    const result = await hydrateEvent(trigger, event, { client })
    if ('error' in result) throw result.error
    onEvent({ event, output: result.output, warnings: result.warnings })
  }
  const receive = async (events: readonly WebhookEvent[]) => {
    for (const event of events) {
      if (seen.has(event.id)) continue
      seen.add(event.id)
      for (const oldest of seen) if (seen.size > maxSeenIds) seen.delete(oldest)
      const work = hydrate(event)
        .catch(onError)
        .catch((fault: unknown) => process.emitWarning(String(fault)))
      inFlight.add(work)
      void work.finally(() => inFlight.delete(work))
    }
  }
  const receiver = options.receiver ?? (await openReceiver(options.port))
  const path = `/webhooks/${trigger.name}/${randomBytes(16).toString('hex')}`
  receiver.addRoute(
    path,
    createWebhookRoute(
      trigger,
      () => subscription,
      receive,
      () => false,
    ),
    options.publicUrl,
  )
  const webhookUrl = addressOf(path, receiver.origin, options.publicUrl)
  const stop = async () => {
    receiver.removeRoute(path)
    if (!options.receiver) await receiver.close()
  }
  try {
    const credentials = { user: createSecret(), password: createSecret() }
    subscription = await drive(trigger.webhookEnable({ webhookUrl, ...credentials }), send)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    webhookUrl,
    async close() {
      try {
        await drive(trigger.webhookDisable(subscription), send)
      } finally {
        await stop()
        await Promise.all(inFlight)
      }
    },
  }
}
