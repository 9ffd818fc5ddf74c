import { ComponentError, type HttpResponse, type RateLimits } from '../definitions/index.ts'
import { parsedBody } from './answers.ts'

/**
 * Pipedrive's burst limits, and how its headers tell of them; searches have a limit of their own.
 * https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting
 */
export const rateLimits: RateLimits = {
  windowMs: 2_000,
  groups: { general: 80, search: 10 },
  groupOf: ({ path }) =>
    path.endsWith('/search') || path.includes('/itemSearch') ? 'search' : 'general',
  read: response => ({
    limit: positive(header(response, 'x-ratelimit-limit')),
    remaining: header(response, 'x-ratelimit-remaining'),
    retryAfterMs: retryAfterMs(response),
    ...(isBlocked(response) && { blockedMs: 60_000 }),
    ...(isExhausted(response) && { exhausted: dailyLimit(response) }),
  }),
}

const header = ({ headers }: HttpResponse, name: string): number | undefined => {
  const value = Number(headers[name] ?? Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

const positive = (value: number | undefined) =>
  value !== undefined && value > 0 ? value : undefined

/** `Retry-After` is a number of seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
const retryAfterMs = (response: HttpResponse): number | undefined => {
  const { headers, status } = response
  const seconds = header(response, 'retry-after')
  if (seconds !== undefined) return Math.max(0, seconds * 1000)
  const until = 'retry-after' in headers ? Date.parse(headers['retry-after'] ?? '') : Number.NaN
  const now = Date.parse(headers['date'] ?? '')
  if (!Number.isNaN(until)) return Math.max(0, until - (Number.isNaN(now) ? Date.now() : now))
  const reset = status === 429 ? header(response, 'x-ratelimit-reset') : undefined
  return reset === undefined ? undefined : Math.max(0, reset * 1000)
}

/** Pipedrive’s firewall answers in HTML when a client ignores 429. */
const isBlocked = ({ status, body }: HttpResponse) =>
  status === 403 && typeof parsedBody(body) === 'string'

export const isExhausted = (response: HttpResponse) =>
  header(response, 'x-daily-ratelimit-token-remaining') === 0 ||
  header(response, 'x-daily-requests-left') === 0

const dailyLimit = ({ headers }: HttpResponse) => {
  const reset = headers['x-daily-ratelimit-token-reset']
  return new ComponentError('Pipedrive’s daily token budget of this account is used up', {
    recovery: 'wait',
    hint: `Nothing more is sent until Pipedrive’s daily reset${reset === undefined ? '' : ` (${reset})`}.`,
  })
}
