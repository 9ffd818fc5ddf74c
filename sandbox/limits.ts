import type { Clock } from './clock.ts'
import { Problem, general } from './errors.ts'
import { oneDay } from './time.ts'

export type Plan = 'off' | 'lite' | 'growth' | 'premium' | 'ultimate'

/** https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting; bursts are those of OAuth apps. */
const plans = {
  lite: { multiplier: 1, burst: 80 },
  growth: { multiplier: 2, burst: 160 },
  premium: { multiplier: 5, burst: 400 },
  ultimate: { multiplier: 7, burst: 480 },
}
const dailyBase = 30_000
const window = 2000
const searchBurst = 10

/** How many refused calls within ten seconds count as hammering: the real figure isn't known. */
const hammering = { refusals: 50, within: 10_000, lockout: 30_000 }

const blockedPage = `<!DOCTYPE html>
<html><head><title>Access denied | sandbox used Cloudflare to restrict access</title></head>
<body><h1>Error 1015</h1><p>You are being rate limited</p></body></html>
`

type Headers = Readonly<Record<string, string>>
interface Watch {
  all: number[]
  searches: number[]
  refusals: number[]
  lockedUntil: number
}

const within = (times: readonly number[], span: number, now: number) =>
  times.filter(time => time > now - span)

class Limited extends Problem {
  readonly headers: Headers
  constructor(problem: Problem, headers: Headers) {
    super(problem.status, problem.body)
    this.headers = headers
  }
}

export const headersOf = (error: unknown): Headers =>
  error instanceof Limited ? error.headers : {}

export const createLimits = (clock: Clock, plan: Plan, seats: number) => {
  const watches = new Map<string, Watch>()
  const budget = plan === 'off' ? Infinity : dailyBase * plans[plan].multiplier * seats
  let spent = 0
  let day = Math.floor(clock.now() / oneDay)

  const newDay = () => {
    const today = Math.floor(clock.now() / oneDay)
    if (today !== day) spent = 0
    day = today
  }
  const watchOf = (token: string) => {
    let watch = watches.get(token)
    if (!watch)
      watches.set(token, (watch = { all: [], searches: [], refusals: [], lockedUntil: 0 }))
    return watch
  }
  const headers = (limit: number, used: readonly number[]): Headers => {
    const frees = (used[0] ?? clock.now()) + window
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used.length)),
      'x-ratelimit-reset': String(Math.max(1, Math.ceil((frees - clock.now()) / 1000))),
      'x-daily-ratelimit-token-limit': String(budget),
      'x-daily-ratelimit-token-remaining': String(Math.max(0, budget - spent)),
    }
  }
  const refuse = (watch: Watch, shown: Headers) => {
    const now = clock.now()
    watch.refusals = [...within(watch.refusals, hammering.within, now), now]
    if (watch.refusals.length > hammering.refusals) watch.lockedUntil = now + hammering.lockout
    const info = 'You have reached the limit of requests, please try again later.'
    return new Limited(general(429, 'Request over limit', { info }), shown)
  }

  return {
    /** Counts a call in; the answer is the headers that go with its reply. */
    admit: (token: string, cost: number, search: boolean): Headers => {
      if (plan === 'off') return {}
      newDay()
      const now = clock.now()
      const watch = watchOf(token)
      if (watch.lockedUntil > now) throw new Problem(403, blockedPage)
      watch.all = within(watch.all, window, now)
      watch.searches = within(watch.searches, window, now)
      const [limit, used] = search ? [searchBurst, watch.searches] : [plans[plan].burst, watch.all]
      if (spent + cost > budget) throw refuse(watch, headers(limit, used))
      if (used.length >= limit) throw refuse(watch, headers(limit, used))
      if (search && watch.all.length >= plans[plan].burst)
        throw refuse(watch, headers(plans[plan].burst, watch.all))
      watch.all.push(now)
      if (search) watch.searches.push(now)
      spent += cost
      return headers(limit, used)
    },
    /** For tests of what happens at the end of a day's budget. */
    spend: (tokens: number) => void (spent += tokens),
    clear: () => {
      watches.clear()
      spent = 0
    },
  }
}
export type Limits = ReturnType<typeof createLimits>
