import type { HttpRequest } from '../../definitions/index.ts'
import { abortable } from './abort.ts'
import { outcomeOf, type Send, type Signal } from './send.ts'
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

/** What a host supplies besides sending. */
export interface Timing {
  /** Milliseconds of a monotonic clock. */
  now(): number
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: Signal): Promise<void>
  /** From 0 to 1. */
  random(): number
}

/** Sends within the limits, and again where that is safe. */
export const rateLimited =
  (
    send: Send,
    limiter: RateLimiter,
    timing: Timing,
    remainingMs: Remaining = () => maxWaitMs,
  ): Send =>
  async (request, signal) => {
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) throw signal.reason
      const group = limiter.limits.groupOf(request)
      // First come, first served; most requests find no line.
      const isFree = !limiter.line.has(group) && isAdmitted(limiter, request, timing)
      if (!isFree) await inLine(limiter, group, request, timing, remainingMs, signal)
      const sentAt = timing.now()
      const outcome = await outcomeOf(send, request, signal)
      completed(limiter, request, outcome, sentAt, timing.now())
      const delayMs = signal?.aborted
        ? undefined
        : retryDelayMs(limiter.limits, request, outcome, attempt, timing.random())
      if (delayMs === undefined) return settled(request, outcome, attempt)
      if (delayMs >= remainingMs()) return refused(limiter, request, outcome, attempt, delayMs)
      await timing.sleep(delayMs, signal)
    }
  }

const isAdmitted = (limiter: RateLimiter, request: HttpRequest, timing: Timing): boolean => {
  const admission = admitTo(limiter, request, timing.now())
  if ('fail' in admission) throw admission.fail
  return 'go' in admission
}

/** Waits until the request may be sent; first come, first served. */
const inLine = async (
  limiter: RateLimiter,
  group: string,
  request: HttpRequest,
  timing: Timing,
  remainingMs: Remaining,
  signal: Signal | undefined,
): Promise<void> => {
  const before = limiter.line.get(group) ?? Promise.resolve()
  let leave = () => {}
  const end = new Promise<void>(resolve => (leave = resolve))
  limiter.line.set(group, end)
  try {
    await abortable(before, signal)
    for (;;) {
      const admission = admitTo(limiter, request, timing.now())
      if ('fail' in admission) throw admission.fail
      if ('go' in admission) return
      if (admission.waitMs === 'completion')
        await abortable(new Promise<void>(resolve => limiter.waiting.push(resolve)), signal)
      else if (admission.waitMs >= remainingMs()) throw mustWait(admission.waitMs)
      else await timing.sleep(admission.waitMs, signal)
    }
  } finally {
    // An aborted waiter must not let later requests overtake earlier ones.
    void before.then(() => {
      if (limiter.line.get(group) === end) limiter.line.delete(group)
      leave()
    })
  }
}
