import { pipedrive } from '../../../component/index.ts'
import type { HttpRequest, HttpResponse } from '../../../definitions/index.ts'
import { createRateLimiter, rateLimited, rateLimitedSync } from '../../../engine/index.ts'

const get: HttpRequest = { method: 'GET', path: '/api/v1/leads' }

/** Sends one request to an API that answers so first, and 200 then, with promises or without. */
const ask = async (
  sync: boolean,
  refusal: HttpResponse,
  { times = 1, remainingMs = 60_000, request = get } = {},
) => {
  let now = 1_000_000
  const at: number[] = []
  const send = () => {
    at.push(now - 1_000_000)
    return at.length <= times ? refusal : { status: 200, headers: {}, body: null }
  }
  const timing = { now: () => now, random: () => 0 }
  const sleep = (milliseconds: number) => void (now += milliseconds)
  const remaining = () => remainingMs - (now - 1_000_000)
  const limiter = createRateLimiter(pipedrive.limits)
  const work = async () =>
    sync
      ? rateLimitedSync(send, limiter, { ...timing, sleep }, remaining)(request)
      : rateLimited(
          async () => send(),
          limiter,
          { ...timing, sleep: async ms => sleep(ms) },
          remaining,
        )(request)
  const end = await work().then(
    ({ status }) => status,
    (error: unknown) => error,
  )
  return { at, end }
}

const date = 'Thu, 26 Nov 2026 12:00:00 GMT'
const later = 'Thu, 26 Nov 2026 12:00:20 GMT'
const answer = (status: number, headers: Record<string, string>) => ({
  ...{ status, headers },
  body: { success: false },
})

describe.each([
  ['with promises', false],
  ['without promises', true],
])('%s', (_, sync) => {
  test.each([
    ['429 and seconds', answer(429, { 'retry-after': '20' }), 20_000],
    ['429 and a date', answer(429, { 'retry-after': later, date }), 20_000],
    ['429 and x-ratelimit-reset', answer(429, { 'x-ratelimit-reset': '12' }), 12_000],
    ['503 and seconds', answer(503, { 'retry-after': '20' }), 20_000],
    ['503 and a date', answer(503, { 'retry-after': later, date }), 20_000],
    ['502 and seconds', answer(502, { 'retry-after': '3' }), 3_000],
  ])('%s: the request is not sent again before', async (_, refusal, ms) => {
    expect(await ask(sync, refusal)).toEqual({ at: [0, ms], end: 200 })
    const short = await ask(sync, refusal, { remainingMs: ms - 500 })
    expect(short).toMatchObject({
      at: [0],
      end: { recovery: 'wait', message: expect.stringContaining(`in ${ms / 1000} s`) },
    })
  })

  test('a write that was answered 503 is not sent again, whatever it names', async () => {
    const request = { method: 'POST', path: '/api/v1/leads' } as const
    const refusal = answer(503, { 'retry-after': '1' })
    expect(await ask(sync, refusal, { request })).toEqual({ at: [0], end: 503 })
  })

  test.each(['1e99', '-5', 'NaN', 'soon', '', '0'])(
    'Retry-After %j is no time, and the request is sent again soon, but not at once',
    async value => {
      const { at, end } = await ask(sync, answer(429, { 'retry-after': value }), { times: 3 })
      expect(end).toBe(200)
      for (const [index, ms] of at.slice(1).entries()) {
        expect(ms - (at[index] ?? 0)).toBeGreaterThanOrEqual(1_000)
        expect(ms - (at[index] ?? 0)).toBeLessThanOrEqual(2_000)
      }
    },
  )

  test.each(
    ['0.5', '0', '-1', '1e99', 'NaN', ''].flatMap(limit =>
      ['0.5', '0', '-7', '1e99', '-1e99', 'NaN'].map(remaining => [limit, remaining] as const),
    ),
  )('x-ratelimit-limit %j with remaining %j: no loop and no endless wait', async (limit, left) => {
    const headers = { 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': left }
    const limiter = createRateLimiter(pipedrive.limits)
    let now = 0
    let sleeps = 0
    const sleep = (milliseconds: number) => {
      sleeps++
      now += milliseconds
    }
    const send = () => {
      now += 20
      return { status: 200, headers, body: null }
    }
    const clock = { now: () => now, random: () => 0 }
    const sendSync = rateLimitedSync(send, limiter, { ...clock, sleep })
    const sendAsync = rateLimited(async () => send(), limiter, {
      ...clock,
      sleep: async ms => sleep(ms),
    })
    for (let index = 0; index < 30; index++)
      expect((sync ? sendSync(get) : await sendAsync(get)).status).toBe(200)
    expect(sleeps).toBeLessThanOrEqual(90)
    expect(now).toBeLessThanOrEqual(400_000)
  })
})
