import type { ComponentError, HttpRequest, Outcome } from '../../definitions/index.ts'
import {
  maxWaitMs,
  mustWait,
  refused,
  retryDelayMs,
  settled,
  type RateLimiter,
  type Remaining,
  type SendSync,
  type TimingSync,
} from '../../engine/index.ts'

/**
 * `rateLimitedSync` for one call of the platform, which knows nothing of others and makes one request
 * after the other: the build takes this in its place, as the engine’s own is many times as long.
 */
export const rateLimitedSync = (
  send: SendSync,
  limiter: Pick<RateLimiter, 'limits'>,
  { now, random, sleep }: TimingSync,
  remainingMs: Remaining = () => maxWaitMs,
): SendSync => {
  const { limits } = limiter
  const ends = new Map<string, number[]>()
  let pausedUntil = -Infinity
  let exhausted: ComponentError | undefined

  const wait = (waitMs: number) => {
    if (!sleep || waitMs >= remainingMs()) throw mustWait(waitMs)
    sleep(waitMs)
  }
  const attempted = (request: HttpRequest): Outcome => {
    try {
      return { response: send(request) }
    } catch (error) {
      return { error }
    }
  }

  return request => {
    const group = limits.groupOf(request)
    const earlier = ends.get(group) ?? []
    ends.set(group, earlier)
    for (let attempt = 1; ; attempt++) {
      if (exhausted) throw exhausted
      const oldest = earlier.at(-(limits.groups[group] ?? 1)) ?? -Infinity
      const waitMs = Math.max(pausedUntil, oldest + limits.windowMs) - now()
      if (waitMs > 0) wait(waitMs)
      const outcome = attempted(request)
      earlier.push(now())
      const report = 'response' in outcome ? limits.read(outcome.response) : {}
      exhausted = report.exhausted
      const pauseMs = report.blockedMs ?? (report.remaining === 0 ? limits.windowMs : 0)
      pausedUntil = now() + pauseMs
      const delayMs = retryDelayMs(limits, request, outcome, attempt, random())
      if (delayMs === undefined) return settled(request, outcome, attempt)
      if (!sleep || delayMs >= remainingMs())
        return refused(limiter, request, outcome, attempt, delayMs)
      sleep(delayMs)
    }
  }
}
