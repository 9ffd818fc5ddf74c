import fc from 'fast-check'
import { rateLimits } from '../../../component/rateLimits.ts'
import { admit, initialState, observe, type RateLimitState } from '../../../engine/index.ts'

const window = 2000
const request = { method: 'GET', path: '/api/v2/deals/{id}', params: { id: 1 } } as const

/** A server that counts each request somewhere between its sending and its answer. */
const serve = (latencies: readonly (readonly [number, number])[], limit: number) => {
  const events: { readonly at: number; readonly run: () => void }[] = []
  const statuses: number[] = []
  let state: RateLimitState = initialState(rateLimits)
  const waiting: (() => void)[] = []
  let counted: number[] = []
  let now = 1_000_000
  const later = (after: number, run: () => void) => events.push({ at: now + after, run })
  const arrive = (sentAt: number, back: number) => {
    counted = counted.filter(at => at > now - window)
    const status = counted.length < limit ? 200 : 429
    if (status === 200) counted.push(now)
    const left = limit - counted.length
    const headers = { 'x-ratelimit-limit': `${limit}`, 'x-ratelimit-remaining': `${left}` }
    later(back, () => {
      statuses.push(status)
      const outcome = { response: { status, headers, body: {} } }
      state = observe(rateLimits, state, request, outcome, sentAt, now)
      for (const again of waiting.splice(0)) again()
    })
  }
  const send = (out: number, back: number) => {
    const admission = admit(rateLimits, state, request, now)
    if ('fail' in admission) throw admission.fail
    if ('waitMs' in admission) {
      const again = () => send(out, back)
      return void (admission.waitMs === 'completion'
        ? waiting.push(again)
        : later(admission.waitMs, again))
    }
    state = admission.go
    const sentAt = now
    later(out, () => arrive(sentAt, back))
  }
  for (const [out, back] of latencies) later(0, () => send(out, back))
  while (events.length > 0) {
    events.sort((a, b) => a.at - b.at)
    const next = events.shift()
    if (!next) break
    now = next.at
    next.run()
  }
  return { statuses, state }
}

test('a single client never sees a 429, whatever the latency', () => {
  const latency = fc.oneof(fc.nat(20), fc.nat(300), fc.nat(20), fc.nat(20), fc.nat(2500))
  const latencies = fc.array(fc.tuple(latency, latency), {
    minLength: 1,
    size: 'max',
    maxLength: 300,
  })
  fc.assert(
    fc.property(latencies, fc.constantFrom(80, 160, 480), (each, limit) => {
      const { statuses, state } = serve(each, limit)
      expect(statuses).toEqual(each.map(() => 200))
      expect(state.groups['general']?.others.activeUntil).toBe(-Infinity)
    }),
    { numRuns: 50 },
  )
})

test.each([80, 480, 100_000])('after %i requests the state is as small', count => {
  let state = initialState(rateLimits)
  for (let now = 0; now < count; now++) {
    const outcome = { response: { status: 200, headers: {}, body: null } }
    state = observe(rateLimits, state, request, outcome, now, now)
  }
  expect(JSON.stringify(state).length).toBeLessThan(1_500)
})
