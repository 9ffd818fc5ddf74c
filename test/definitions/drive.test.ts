import { expect, test } from 'vitest'
import fc from 'fast-check'
import { drive, driveSync } from '../../engine/index.ts'
import type { HttpRequest, HttpResponse } from '../../definitions/index.ts'
import { catchError } from './catchError.ts'
import { echo, exchangeOf, plans, sent, tallied } from './exchangeArbitraries.ts'

/** Fails some of the requests, the same ones each time. */
const unreliable =
  (log: string[]) =>
  (request: HttpRequest): HttpResponse => {
    log.push(request.path)
    if (Number(request.path.slice(1)) % 5 === 0) throw new Error(`no answer to ${request.path}`)
    return echo(request)
  }

test('both drivers make the same requests, in the same order, with the same result', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async plan => {
      const [asked, askedSync]: [string[], string[]] = [[], []]
      const send = unreliable(asked)
      const result = await drive(exchangeOf(plan, tallied()), async request => send(request)).catch(
        (error: unknown) => error,
      )
      const resultSync = catchError(() =>
        driveSync(exchangeOf(plan, tallied()), unreliable(askedSync)),
      )
      expect(result).toEqual(resultSync)
      expect(asked).toEqual(askedSync)
    }),
  )
})

test('answers that arrive in another order are handed over in the order of the requests', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.scheduler(), async (plan, scheduler) => {
      const late = scheduler.scheduleFunction(async (request: HttpRequest) => echo(request))
      const done = drive(exchangeOf(plan, tallied()), late)
      const result = await scheduler.waitFor(done)
      expect(result).toEqual(driveSync(exchangeOf(plan, tallied()), echo))
    }),
  )
})

test('every exchange that has begun comes to its end, whatever fails', () => {
  fc.assert(
    fc.property(plans, plan => {
      const tally = tallied()
      catchError(() => driveSync(exchangeOf(plan, tally), unreliable([])))
      expect(tally.begun).toBeGreaterThan(0)
      expect(tally.ended).toBe(tally.begun)
    }),
  )
})

test('an abort ends every exchange, sends no further round and gives its reason', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.integer({ min: 1, max: 6 }), async (plan, after) => {
      const [tally, signal] = [tallied(), { aborted: false, reason: new Error('stopped') }]
      let [requests, late] = [0, 0]
      const send = async (request: HttpRequest) => {
        // The rest of a round is asked for before any answer can arrive.
        await Promise.resolve()
        if (++requests === after) signal.aborted = true
        return echo(request)
      }
      const exchange = exchangeOf(plan, tally)
      const watched = async (request: HttpRequest) => {
        if (signal.aborted) late++
        return send(request)
      }
      const result = await drive(exchange, watched, signal).catch((error: unknown) => error)
      expect(tally.ended).toBe(tally.begun)
      expect(late).toBe(0)
      expect(result === signal.reason).toBe(requests >= after)
    }),
  )
})

test('an abort during a request reaches the finally blocks of exchanges side by side', async () => {
  const tally = tallied()
  const plan = {
    kind: 'all',
    plans: [
      {
        kind: 'series',
        plans: [
          { kind: 'send', id: 1 },
          { kind: 'send', id: 2 },
        ],
      },
      { kind: 'send', id: 3 },
    ],
  } as const
  const signal = { aborted: false, reason: 'enough' }
  const asked: string[] = []
  const send = async (request: HttpRequest) => {
    asked.push(request.path)
    signal.aborted = true
    return echo(request)
  }
  await expect(drive(exchangeOf(plan, tally), send, signal)).rejects.toBe('enough')
  expect(asked).toEqual(['/1', '/3'])
  expect(tally).toEqual({ begun: 4, ended: 4 })
})

test('the driver hands the signal on to whoever sends', async () => {
  const signal = { aborted: false }
  const given: unknown[] = []
  await drive(
    sent(1),
    async (request, handed) => {
      given.push(handed)
      return echo(request)
    },
    signal,
  )
  expect(given).toEqual([signal])
})
