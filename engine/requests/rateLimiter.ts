import {
  ComponentError,
  type HttpRequest,
  type HttpResponse,
  type Outcome,
  type RateLimits,
} from '../../definitions/index.ts'
import { admit, initialState, observe, type Admission, type RateLimitState } from './rateLimit.ts'
import { treatAsDeleted } from './retry.ts'

/** One per connection: all its requests pass through it. */
export interface RateLimiter {
  readonly limits: RateLimits
  /** How many clients share the token at the moment, as far as the host knows. */
  readonly clients: () => number
  state: RateLimitState
  /** Of groups in which requests wait: ends when the last one in line has been admitted. */
  readonly line: Map<string, Promise<void>>
  /** Called when a request completes. */
  readonly waiting: (() => void)[]
}

export const createRateLimiter = (limits: RateLimits, clients = () => 1): RateLimiter => ({
  limits,
  clients,
  state: initialState(limits),
  line: new Map(),
  waiting: [],
})

/** Milliseconds that a step still has; a longer wait than that is not begun. */
export type Remaining = () => number

/** The longest wait of a step without a timeout. */
export const maxWaitMs = 120_000

/** Asks whether a request may be sent now, and counts it if so. */
export const admitTo = (limiter: RateLimiter, request: HttpRequest, now: number): Admission => {
  const admission = admit(limiter.limits, limiter.state, request, now, limiter.clients())
  if ('go' in admission) limiter.state = admission.go
  return admission
}

/** Counts a request that has completed, and wakes those that wait for it. */
export const completed = (
  limiter: RateLimiter,
  request: HttpRequest,
  outcome: Outcome,
  sentAt: number,
  now: number,
) => {
  limiter.state = observe(limiter.limits, limiter.state, request, outcome, sentAt, now)
  if (limiter.waiting.length > 0) for (const wake of limiter.waiting.splice(0)) wake()
}

/** What a request ends with: its response, or the error for which there was none. */
export const settled = (request: HttpRequest, outcome: Outcome, attempt: number): HttpResponse => {
  if ('error' in outcome) throw outcome.error
  return treatAsDeleted(request, outcome.response, attempt)
}

/** A time that was told and outlasts the step is passed on; any other outcome stands. */
export const refused = (
  { limits }: Pick<RateLimiter, 'limits'>,
  request: HttpRequest,
  outcome: Outcome,
  attempt: number,
  delayMs: number,
): HttpResponse => {
  if ('error' in outcome) throw outcome.error
  const { response } = outcome
  if (response.status === 429) throw mustWait(delayMs)
  if (limits.read(response).retryAfterMs === undefined) return settled(request, outcome, attempt)
  throw mustWait(delayMs, `The API answered ${response.status} and allows`)
}

export const mustWait = (waitMs: number, reason = 'The rate limit allows') => {
  const seconds = Math.ceil(waitMs / 1000)
  return new ComponentError(`${reason} the next request in ${seconds} s`, {
    recovery: 'wait',
    hint: `Try again in ${seconds} s, or give the step more time.`,
  })
}
