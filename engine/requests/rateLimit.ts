import type { ComponentError, HttpRequest, Outcome, RateLimits } from '../../definitions/index.ts'
import { addOne, countSince, emptyCount, timeBefore, type SlidingCount } from './slidingCount.ts'

/**
 * When a request may be sent: pure functions over a state, so that every host behaves the same.
 * Times are in milliseconds of a monotonic clock.
 */
export interface RateLimitState {
  readonly groups: Readonly<Record<string, GroupState>>
  readonly pausedUntil: number
  /** The budget of the day is used up; when to probe again, and the error to fail with. */
  readonly exhausted: { readonly until: number; readonly error: ComponentError } | undefined
}

interface GroupState {
  /**
   * Requests of the last two windows by when they completed. When the API counted them is unknown,
   * but it was not later than that.
   */
  readonly completed: SlidingCount
  /** Requests sent and not completed yet. */
  readonly inFlight: number
  /** Requests that a window takes, as far as the API has told. */
  readonly limit: number
  readonly others: OtherClients
}

/** Other clients of the same token, as far as the API has told. */
interface OtherClients {
  /** Their requests in the current window, at most, and when that was reported. */
  readonly count: number
  readonly reportedAt: number
  /** There certainly were others not long ago. */
  readonly activeUntil: number
}

const none: OtherClients = { count: 0, reportedAt: -Infinity, activeUntil: -Infinity }

/** Slots of time in a window: what is told apart less finely is waited for a little longer. */
const slotsPerWindow = 40

export const initialState = ({ groups, windowMs }: RateLimits): RateLimitState => ({
  groups: Object.fromEntries(
    Object.entries(groups).map(([group, limit]) => [
      group,
      {
        completed: emptyCount(2 * windowMs, windowMs / slotsPerWindow),
        ...{ inFlight: 0, limit, others: none },
      },
    ]),
  ),
  pausedUntil: -Infinity,
  exhausted: undefined,
})

/** `waitMs` is a time, or until one of the requests in flight has completed. */
export type Admission =
  | { readonly go: RateLimitState }
  | { readonly waitMs: number | 'completion' }
  | { readonly fail: ComponentError }

const groupIn = (state: RateLimitState, limits: RateLimits, request: HttpRequest) => {
  const name = limits.groupOf(request)
  const group = state.groups[name]
  if (!group) throw new TypeError(`there is no rate limit ${name}`)
  return { name, group }
}

const withGroup = (state: RateLimitState, name: string, group: GroupState): RateLimitState => ({
  ...state,
  groups: { ...state.groups, [name]: group },
})

/**
 * May this request be sent now? `go` counts it as in flight until `observe`. Of `clients` that are
 * known to use the token at the moment, each takes its share.
 */
export const admit = (
  limits: RateLimits,
  state: RateLimitState,
  request: HttpRequest,
  now: number,
  clients = 1,
): Admission => {
  if (state.exhausted && now < state.exhausted.until) return { fail: state.exhausted.error }
  if (now < state.pausedUntil) return { waitMs: state.pausedUntil - now }
  const { name, group } = groupIn(state, limits, request)
  const { limit, inFlight, others } = group
  const { windowMs } = limits
  const recent = countSince(group.completed, now - windowMs)
  const reported = others.reportedAt > now - windowMs
  const usedByOthers = reported ? others.count : 0
  const shared = clients > 1 || now < others.activeUntil
  const usable = Math.max(1, limit - (shared ? headroom(limit) : 0))
  const share = Math.max(1, Math.floor(usable / clients))
  const available = Math.min(usable - usedByOthers, share)
  if (inFlight < maxInFlight(available - recent, limit, reported, shared))
    return { go: withGroup(state, name, { ...group, inFlight: inFlight + 1 }) }
  if (inFlight > 0) return { waitMs: 'completion' }
  const frees = [timeBefore(group.completed, Math.max(0, Math.ceil(available) - 1)) ?? -Infinity]
  if (usedByOthers > 0) frees.push(others.reportedAt)
  const waits = frees.map(at => at + windowMs - now).filter(ms => ms > 0)
  // Where nothing that is known will change by itself, a shared limit is looked at again.
  if (waits.length === 0) waits.push(now < others.activeUntil ? others.activeUntil - now : windowMs)
  return { waitMs: Math.min(...waits) }
}

/**
 * Max concurrent requests. Fewer in flight means fewer refusals when another client exhausts the
 * window, and a client that is refused too often is blocked for a while.
 */
const maxInFlight = (free: number, limit: number, reported: boolean, shared: boolean): number =>
  shared
    ? Math.min(free / 2, reported ? 4 : 1)
    : Math.min(free, reported ? Math.max(4, limit / 8) : 4)

/** Left over at the end of a window, so that clients that share it don't all run into its limit. */
const headroom = (limit: number): number => Math.ceil(limit / 16)

/** The reset time of a daily budget is undocumented, so it is probed again this often. */
const probeEveryMs = 10 * 60_000
/** How long to assume that other clients share this token. */
const othersActiveMs = 10_000
const defaultRetryAfterMs = 2_000
const minPauseMs = 1_000

/** What the outcome of a request tells about the limits. */
export const observe = (
  limits: RateLimits,
  before: RateLimitState,
  request: HttpRequest,
  outcome: Outcome,
  sentAt: number,
  now: number,
): RateLimitState => {
  const { windowMs } = limits
  const { name, group } = groupIn(before, limits, request)
  const counted: GroupState = {
    ...group,
    completed: addOne(group.completed, now),
    inFlight: group.inFlight - 1,
  }
  if ('error' in outcome) return withGroup(before, name, counted)
  const { response } = outcome
  const report = limits.read(response)
  const limit = report.limit === undefined ? group.limit : plausibleLimit(report.limit)
  const used = limit - (report.remaining ?? limit)
  const others = otherClients(counted, used, sentAt, now, windowMs)
  const state = withGroup(before, name, { ...counted, limit, others })
  if (report.blockedMs !== undefined) return { ...state, pausedUntil: now + report.blockedMs }
  if (response.status !== 429) return state
  if (report.exhausted)
    return { ...state, exhausted: { until: now + probeEveryMs, error: report.exhausted } }
  const pausedUntil = Math.max(state.pausedUntil, now + pauseMs(report.retryAfterMs))
  return { ...state, pausedUntil }
}

/** No plan is near this; a header may say anything. */
const maxLimit = 10_000

const plausibleLimit = (limit: number): number => Math.min(Math.max(1, Math.floor(limit)), maxLimit)

/** Longest plausible pause: until the next daily reset. Longer ones are taken for mistakes. */
export const maxPauseMs = 24 * 60 * 60_000

/** How long a refusal asks to send nothing. */
export const pauseMs = (retryAfterMs: number = defaultRetryAfterMs): number =>
  retryAfterMs > maxPauseMs ? defaultRetryAfterMs : Math.max(retryAfterMs, minPauseMs)

/** How many of the `used` requests of the window in which this one was sent are of others. */
const otherClients = (
  { others, completed, inFlight }: GroupState,
  used: number,
  sentAt: number,
  now: number,
  windowMs: number,
): OtherClients => {
  if (sentAt <= now - windowMs) return others
  // The API may have counted as early as that, so requests of a window before are gone too.
  const own = countSince(completed, sentAt - windowMs)
  const count = Math.max(0, used - own)
  return {
    count,
    reportedAt: now,
    activeUntil: count > inFlight ? now + othersActiveMs : others.activeUntil,
  }
}
