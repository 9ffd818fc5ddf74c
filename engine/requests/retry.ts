import {
  ComponentError,
  NotSentError,
  type HttpRequest,
  type HttpResponse,
  type Outcome,
  type RateLimits,
} from '../../definitions/index.ts'
import { isAbort } from './abort.ts'
import { maxPauseMs, pauseMs } from './rateLimit.ts'

const maxAttempts = { limited: 8, failed: 4 }
const maxBackoffMs = 5_000

/**
 * Milliseconds after which the request is to be sent again, or undefined to let the outcome stand.
 * A write of unknown outcome is never repeated, and nothing before the time that the API named.
 * `random` is from 0 to 1.
 */
export const retryDelayMs = (
  limits: RateLimits,
  request: HttpRequest,
  outcome: Outcome,
  attempt: number,
  random: number,
): number | undefined => {
  const report = 'response' in outcome ? limits.read(outcome.response) : {}
  if ('response' in outcome && outcome.response.status === 429) {
    if (report.exhausted || attempt >= maxAttempts.limited) return undefined
    return pauseMs(report.retryAfterMs) * (1 + random / 4)
  }
  if (attempt >= maxAttempts.failed || !isRetryable(request, outcome)) return undefined
  const backoffMs = Math.min(250 * 2 ** attempt, maxBackoffMs) * (0.5 + random / 2)
  const requestedMs = report.retryAfterMs ?? 0
  return requestedMs > maxPauseMs ? backoffMs : Math.max(backoffMs, requestedMs)
}

const isRetryable = ({ method }: HttpRequest, outcome: Outcome): boolean => {
  const safe = method === 'GET' || method === 'DELETE'
  if ('error' in outcome)
    return outcome.error instanceof ComponentError
      ? outcome.error instanceof NotSentError
      : safe && !isAbort(outcome.error)
  return safe && [502, 503, 504].includes(outcome.response.status)
}

/** A 404 or 410 on a repeated DELETE means that an earlier attempt succeeded. */
export const treatAsDeleted = (
  request: HttpRequest,
  response: HttpResponse,
  attempt: number,
): HttpResponse => {
  const gone = response.status === 404 || response.status === 410
  if (request.method !== 'DELETE' || attempt === 1 || !gone) return response
  return { ...response, status: 204, body: null }
}
