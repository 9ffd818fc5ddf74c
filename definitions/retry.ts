import type { HttpRequest, HttpResponse, Outcome } from './exchange.ts'
import { ComponentError, NotSent } from './errors.ts'
import { isExhausted, longestPause, pause } from './policy.ts'

const mostAttempts = { limited: 8, failed: 4 }

/**
 * Milliseconds after which the request is to be sent again, or undefined to let the outcome stand.
 * A write of unknown outcome is never repeated. `random` is from 0 to 1.
 */
export const repeatAfter = (
  request: HttpRequest,
  outcome: Outcome,
  attempt: number,
  random: number,
): number | undefined => {
  if ('response' in outcome && outcome.response.status === 429) {
    if (isExhausted(outcome.response) || attempt >= mostAttempts.limited) return undefined
    return pause(outcome.response) * (1 + random / 4)
  }
  if (attempt >= mostAttempts.failed || !mayRepeat(request, outcome)) return undefined
  return Math.min(250 * 2 ** attempt, longestPause) * (0.5 + random / 2)
}

const mayRepeat = ({ method }: HttpRequest, outcome: Outcome): boolean => {
  const safe = method === 'GET' || method === 'DELETE'
  if ('error' in outcome)
    return outcome.error instanceof ComponentError
      ? outcome.error instanceof NotSent
      : safe && !isCut(outcome.error)
  return safe && [502, 503, 504].includes(outcome.response.status)
}

/** The caller gave up. */
const isCut = (error: unknown) => error instanceof Error && error.name === 'AbortError'

/** A DELETE that is repeated finds nothing: the first one has worked. */
export const settled = (
  request: HttpRequest,
  response: HttpResponse,
  attempt: number,
): HttpResponse => {
  const gone = response.status === 404 || response.status === 410
  if (request.method !== 'DELETE' || attempt === 1 || !gone) return response
  return { ...response, status: 200, body: { success: true, data: { ...request.params } } }
}
