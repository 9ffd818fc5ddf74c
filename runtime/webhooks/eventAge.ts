import type { WebhookEvent } from '../../definitions/index.ts'
import { maxEventAgeMs } from '../store/index.ts'

/**
 * Tells whether an event is too old to be distinguished from a repeat. Its age counts from the
 * newest event if this machine’s clock is ahead of it, so that a wrong clock drops none.
 */
export const createEventAge = (now: () => number, newestAt = -Infinity) => {
  let newest = newestAt
  return ({ occurredAt }: Pick<WebhookEvent, 'occurredAt'>): boolean => {
    const at = Date.parse(occurredAt)
    const isExpired = at < Math.min(now(), newest) - maxEventAgeMs
    newest = Math.max(newest, Number.isNaN(at) ? -Infinity : at)
    return isExpired
  }
}
