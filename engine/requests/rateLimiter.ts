import {
  ComponentError,
  type HttpRequest,
  type HttpResponse,
  type Outcome,
  type RateLimits,
} from '../../definitions/index.ts'
import { initialState, observe, type RateLimitState } from './rateLimit.ts'
import { treatAsDeleted } from './retry.ts'

/** One per connection: all its requests pass through it. */
export interface RateLimiter {
  readonly limits: RateLimits
  state: RateLimitState
  /** By group; ends when the last request in line has been admitted. */
  readonly line: Map<string, Promise<void>>
  /** Called when a request completes. */
  readonly waiting: (() => void)[]
}

export const createRateLimiter = (limits: RateLimits): RateLimiter => ({
  limits,
  state: initialState(limits),
  line: new Map(),
  waiting: [],
})

/** Milliseconds that a step still has; a longer wait than that is not begun. */
export type Remaining = () => number

/** The longest wait of a step without a timeout. */
export const maxWaitMs = 120_000

/** Counts a request that has completed, and wakes those that wait for it. */
export const completed = (
  limiter: RateLimiter,
  request: HttpRequest,
  outcome: Outcome,
  sentAt: number,
  now: number,
) => {
  limiter.state = observe(limiter.limits, limiter.state, request, outcome, sentAt, now)
  for (const wake of limiter.waiting.splice(0)) wake()
}

/** What a request ends with: its response, or the error for which there was none. */
export const settled = (request: HttpRequest, outcome: Outcome, attempt: number): HttpResponse => {
  if ('error' in outcome) throw outcome.error
  return treatAsDeleted(request, outcome.response, attempt)
}

/** A limit that outlasts the step is told with its time; any other outcome stands. */
export const refused = (
  request: HttpRequest,
  outcome: Outcome,
  attempt: number,
  delayMs: number,
): HttpResponse => {
  if ('response' in outcome && outcome.response.status === 429) throw mustWait(delayMs)
  return settled(request, outcome, attempt)
}

export const mustWait = (waitMs: number) => {
  const seconds = Math.ceil(waitMs / 1000)
  return new ComponentError(`The rate limit allows the next request in ${seconds} s`, {
    recovery: 'wait',
    hint: `Try again in ${seconds} s, or give the step more time.`,
  })
}
