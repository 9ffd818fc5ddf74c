import type { HttpRequest, HttpResponse, Outcome } from './exchange.ts'
import { ComponentError } from './errors.ts'

/**
 * When a request may be sent: pure functions over a state, so that every host behaves the same.
 * https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting
 */
export interface GateState {
  /**
   * When requests of the last two windows were answered, oldest first, in milliseconds. Nobody knows
   * when the API has counted them, but it was not later than that.
   */
  readonly answered: Readonly<Record<Family, readonly number[]>>
  /** Requests sent and not answered yet. */
  readonly underWay: Readonly<Record<Family, number>>
  /** Requests that a window takes, as far as the API has told. */
  readonly limit: Readonly<Record<Family, number>>
  readonly others: Readonly<Record<Family, Others>>
  readonly pausedUntil: number
  /** The account's budget of the day is used up; when to ask again, and how that was said. */
  readonly exhausted: { readonly until: number; readonly resets: string } | undefined
}

/** Whoever else uses the same token, as far as the API has told. */
interface Others {
  /** Requests of theirs in the current window, at most, and when that was told. */
  readonly count: number
  readonly at: number
  /** There certainly were others not long ago. */
  readonly seenUntil: number
}
const unseen: Others = { count: 0, at: 0, seenUntil: 0 }

/** Searches have a limit of their own. */
export type Family = 'general' | 'search'

const window = 2000
/** The smallest limits of any plan, until a header tells more. */
export const openGate: GateState = {
  answered: { general: [], search: [] },
  underWay: { general: 0, search: 0 },
  limit: { general: 80, search: 10 },
  others: { general: unseen, search: unseen },
  pausedUntil: 0,
  exhausted: undefined,
}

export const familyOf = ({ path }: HttpRequest): Family =>
  path.endsWith('/search') || path.includes('/itemSearch') ? 'search' : 'general'

/** `wait` is in milliseconds, or until one of the requests under way has been answered. */
export type Admission =
  | { readonly go: GateState }
  | { readonly wait: number | 'answer' }
  | { readonly fail: ComponentError }

/** May this request be sent now? `go` counts it as under way until `observe`. */
export const admit = (state: GateState, request: HttpRequest, now: number): Admission => {
  if (state.exhausted && now < state.exhausted.until)
    return { fail: dailyLimit(state.exhausted.resets) }
  if (now < state.pausedUntil) return { wait: state.pausedUntil - now }
  const family = familyOf(request)
  const { limit, underWay, others } = state
  const recent = recently(state, family, now)
  const { count, at, seenUntil } = others[family]
  const told = at > now - window
  const foreign = told ? count : 0
  const shared = now < seenUntil
  const free = limit[family] - recent.length - foreign - (shared ? reserve(limit[family]) : 0)
  if (underWay[family] < together(free, limit[family], told, shared))
    return { go: { ...state, underWay: { ...underWay, [family]: underWay[family] + 1 } } }
  if (underWay[family] > 0) return { wait: 'answer' }
  return { wait: Math.min(recent[-free] ?? Infinity, foreign > 0 ? at : Infinity) + window - now }
}

/**
 * How many may be under way. Each answer tells what is left, so the fewer there are, the fewer are
 * refused when others have used it up; who is refused too often is blocked for a while.
 */
const together = (free: number, limit: number, told: boolean, shared: boolean): number =>
  shared ? Math.min(free / 2, told ? 4 : 1) : Math.min(free, told ? Math.max(4, limit / 8) : 4)

/** Left over at the end of a window, so that those who share it don't all run into its limit. */
const reserve = (limit: number): number => Math.ceil(limit / 16)

const recently = ({ answered }: GateState, family: Family, now: number, span = window) =>
  answered[family].filter(at => at > now - span)

const dailyLimit = (resets: string) =>
  new ComponentError('Pipedrive’s daily token budget of this account is used up', {
    recovery: 'wait',
    hint: `Nothing more is sent until Pipedrive’s daily reset${resets}.`,
  })

const counted = (state: GateState, family: Family, now: number): GateState => ({
  ...state,
  answered: { ...state.answered, [family]: [...recently(state, family, now, 2 * window), now] },
  underWay: { ...state.underWay, [family]: state.underWay[family] - 1 },
})

const header = ({ headers }: HttpResponse, name: string): number | undefined => {
  const value = Number(headers[name] ?? Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

/** Nobody says when exactly the day ends, so one request may ask from time to time. */
const askAgain = 10 * 60_000
const shortestPause = 1000
export const longestPause = 5000

/** Others are reckoned with for so long. */
const remembered = 10_000

/** Who else must have sent some of the `used` requests of the window in which this one was sent. */
const heardOf = (
  heard: GateState,
  family: Family,
  used: number,
  sentAt: number,
  now: number,
): Others => {
  const before = heard.others[family]
  if (sentAt <= now - window) return before
  // The API may have counted as early as that, so what we had sent a window before is gone too.
  const own = recently(heard, family, sentAt).length
  const count = Math.max(0, used - own)
  return {
    count,
    at: now,
    seenUntil: count > heard.underWay[family] ? now + remembered : before.seenUntil,
  }
}

/** What the outcome of a request tells about the limits; `sentAt` and `now` are in milliseconds. */
export const observe = (
  before: GateState,
  request: HttpRequest,
  outcome: Outcome,
  sentAt: number,
  now: number,
): GateState => {
  const family = familyOf(request)
  const heard = counted(before, family, now)
  if ('error' in outcome) return heard
  const { response } = outcome
  const told = header(response, 'x-ratelimit-limit')
  const limit = told && told > 0 ? { ...heard.limit, [family]: Math.floor(told) } : heard.limit
  const left = header(response, 'x-ratelimit-remaining') ?? limit[family]
  const others = {
    ...heard.others,
    [family]: heardOf(heard, family, limit[family] - left, sentAt, now),
  }
  const state = { ...heard, others }
  if (isBlocked(response)) return { ...state, limit, pausedUntil: now + 60_000 }
  if (response.status !== 429) return { ...state, limit }
  if (isExhausted(response))
    return { ...state, limit, exhausted: { until: now + askAgain, resets: resetTime(response) } }
  return { ...state, limit, pausedUntil: Math.max(state.pausedUntil, now + pause(response)) }
}

/** Pipedrive’s firewall answers in HTML when somebody goes on after 429. */
const isBlocked = ({ status, body }: HttpResponse) => status === 403 && typeof body === 'string'

export const isExhausted = (response: HttpResponse) =>
  header(response, 'x-daily-ratelimit-token-remaining') === 0 ||
  header(response, 'x-daily-requests-left') === 0

const resetTime = ({ headers }: HttpResponse) => {
  const reset = headers['x-daily-ratelimit-token-reset']
  return reset === undefined ? '' : ` (${reset})`
}

/** Milliseconds for which an answer asks to send nothing. */
export const pause = (response: HttpResponse) => {
  const seconds = header(response, 'retry-after') ?? header(response, 'x-ratelimit-reset') ?? 2
  return Math.min(Math.max(seconds * 1000, shortestPause), longestPause)
}
