import type { HttpRequest, Outcome } from '../../definitions/index.ts'
import type { SendSync } from './send.ts'
import type { Timing } from './rateLimited.ts'
import {
  admitTo,
  completed,
  maxWaitMs,
  mustWait,
  refused,
  settled,
  type RateLimiter,
  type Remaining,
} from './rateLimiter.ts'
import { retryDelayMs } from './retry.ts'

/** The same without promises. */
export interface TimingSync extends Pick<Timing, 'now' | 'random'> {
  /** Absent on a host that can't wait: then a request that has to wait fails. */
  sleep?(milliseconds: number): void
}

/** Sends within the limits, and again where that is safe, one request at a time. */
export const rateLimitedSync =
  (
    send: SendSync,
    limiter: RateLimiter,
    { now, random, sleep }: TimingSync,
    remainingMs: Remaining = () => maxWaitMs,
  ): SendSync =>
  request => {
    for (let attempt = 1; ; attempt++) {
      for (;;) {
        const admission = admitTo(limiter, request, now())
        if ('fail' in admission) throw admission.fail
        if ('go' in admission) break
        const waitMs = admission.waitMs === 'completion' ? 0 : admission.waitMs
        if (!sleep || waitMs >= remainingMs()) throw mustWait(waitMs)
        sleep(waitMs)
      }
      const sentAt = now()
      const outcome = attempted(send, request)
      completed(limiter, request, outcome, sentAt, now())
      const delayMs = retryDelayMs(limiter.limits, request, outcome, attempt, random())
      if (delayMs === undefined) return settled(request, outcome, attempt)
      if (!sleep || delayMs >= remainingMs())
        return refused(limiter, request, outcome, attempt, delayMs)
      sleep(delayMs)
    }
  }

const attempted = (send: SendSync, request: HttpRequest): Outcome => {
  try {
    return { response: send(request) }
  } catch (error) {
    return { error }
  }
}
