import type { ComponentError } from './errors.ts'
import type { HttpRequest, HttpResponse } from './exchange.ts'

/** How an API limits its clients, and how its responses tell what is left. Pure. */
export interface RateLimits {
  /** Requests are counted in windows of this length. */
  readonly windowMs: number
  /** Requests per window by group: the smallest of any plan, until a response tells more. */
  readonly groups: Readonly<Record<string, number>>
  /** The key in `groups` of the limit that a request counts against. */
  groupOf(request: HttpRequest): string
  read(response: HttpResponse): RateLimitReport
}

/** What one response says about the limits; every member is absent where it says nothing. */
export interface RateLimitReport {
  /** Requests per window of the request's group. */
  readonly limit?: number | undefined
  /** Requests left in the current window. */
  readonly remaining?: number | undefined
  /** How long to send nothing, from now. */
  readonly retryAfterMs?: number | undefined
  /** The client was refused for ignoring earlier limits, for this long. */
  readonly blockedMs?: number | undefined
  /** The budget of the day is used up; the error to fail with until it is reset. */
  readonly exhausted?: ComponentError | undefined
}
