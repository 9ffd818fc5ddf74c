import type { Clock } from '../clock.ts'
import { milliseconds, minute, oneDay } from '../time.ts'
import type { Sender } from './send.ts'
import type { Attempt, Webhook } from './types.ts'

const deliveryTimeoutMs = 10_000
const retryAfterMs = [3000, 30_000, 150_000]
const maxFailures = 10
const banMs = 30 * minute
const maxFailingMs = 3 * oneDay

export interface Message {
  readonly webhook: Webhook
  readonly id: string
  body(attempt: number): string
}

interface Surroundings {
  readonly clock: Clock
  readonly sender: Sender
  isAlive(webhook: Webhook): boolean
  remove(webhook: Webhook): void
  log(attempt: Attempt): void
}

const headersOf = ({ http_auth_user: user, http_auth_password: password }: Webhook) => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Pipedrive Webhooks',
  ...((user !== null || password !== null) && {
    authorization: `Basic ${Buffer.from(`${user ?? ''}:${password ?? ''}`).toString('base64')}`,
  }),
})

/**
 * Attempts, retries, bans and the end of a webhook.
 * https://pipedrive.readme.io/docs/guide-for-webhooks-v2
 */
export const createDelivery = ({ clock, sender, isAlive, remove, log }: Surroundings) => {
  const inFlight = new Set<Promise<void>>()

  const attemptOnce = async ({ webhook, body }: Message, attempt: number) => {
    const controller = new AbortController()
    const cancel = clock.at(clock.now() + deliveryTimeoutMs, () => controller.abort())
    try {
      const url = new URL(webhook.subscription_url)
      return await sender.post(url, headersOf(webhook), body(attempt), controller.signal)
    } catch {
      return controller.signal.aborted ? 'timeout' : 'no connection'
    } finally {
      cancel()
    }
  }

  const succeeded = (webhook: Webhook) => {
    webhook.failingSince = undefined
  }
  const failed = (webhook: Webhook, attempt: number) => {
    const now = clock.now()
    if (webhook.failingSince === undefined) {
      webhook.failingSince = now
      clock.at(now + maxFailingMs, () => {
        if (webhook.failingSince === now) remove(webhook)
      })
    }
    if (attempt !== 1) return
    webhook.failures += 1
    if (webhook.failures < maxFailures) return
    webhook.bannedUntil = now + banMs
    webhook.failures = 0
  }

  const run = async (message: Message, attempt: number) => {
    const { webhook, id } = message
    const at = milliseconds(clock.now())
    const outcome = await attemptOnce(message, attempt)
    webhook.last_delivery_time = clock.now()
    webhook.last_http_status = typeof outcome === 'number' ? outcome : undefined
    log({ webhookId: webhook.id, eventId: id, attempt, at, outcome })
    if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) return succeeded(webhook)
    failed(webhook, attempt)
    const wait = retryAfterMs[attempt - 1]
    if (wait !== undefined) clock.at(clock.now() + wait, () => start(message, attempt + 1))
  }

  const start = (message: Message, attempt = 1) => {
    const { webhook, id } = message
    if (!isAlive(webhook)) return
    if (webhook.bannedUntil > clock.now() && attempt === 1) {
      const at = milliseconds(clock.now())
      log({ webhookId: webhook.id, eventId: id, attempt, at, outcome: 'banned' })
      return
    }
    const task = run(message, attempt).finally(() => inFlight.delete(task))
    inFlight.add(task)
  }

  return {
    start,
    /** Until nothing is on its way any more, or until `patience` real milliseconds have passed. */
    settle: async (timeoutMs: number) => {
      const end = Date.now() + timeoutMs
      while (inFlight.size > 0 && Date.now() < end) {
        let timer: NodeJS.Timeout | undefined
        const late = new Promise<void>(resolve => {
          timer = setTimeout(resolve, end - Date.now())
        })
        await Promise.race([Promise.all(inFlight), late])
        clearTimeout(timer)
      }
    },
  }
}
