import { expect, test } from 'vitest'
import fc from 'fast-check'
import { all, type Exchange, type HttpRequest } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { echo, sent } from './exchangeArbitraries.ts'

function* series(name: number, length: number, ended: number[] = []): Exchange<readonly unknown[]> {
  const results: unknown[] = []
  try {
    for (let at = 0; at < length; at++) results.push(yield* sent(name * 100 + at))
    return results
  } finally {
    ended.push(name)
  }
}

/** The rounds of an exchange whose requests are all answered. */
const rounds = (exchange: Exchange<unknown>): readonly (readonly string[])[] => {
  const seen: string[][] = []
  let step = exchange.next()
  while (!step.done) {
    seen.push(step.value.map(({ path }) => path))
    step = exchange.next(step.value.map(request => ({ response: echo(request) })))
  }
  return seen
}

const lengths = fc.array(fc.nat(5), { maxLength: 6 })

test('exchanges run in lockstep: round n holds request n of each that is still running', () => {
  fc.assert(
    fc.property(lengths, each => {
      const longest = Math.max(0, ...each)
      const expected = Array.from({ length: longest }, (_, round) =>
        each.flatMap((length, name) => (round < length ? [`/${name * 100 + round}`] : [])),
      )
      expect(rounds(all(each.map((length, name) => series(name, length))))).toEqual(expected)
    }),
  )
})

test('results stand in the order of the exchanges, whichever ends first', () => {
  fc.assert(
    fc.property(lengths, each => {
      const result = driveSync(all(each.map((length, name) => series(name, length))), echo)
      expect(result).toEqual(
        each.map((length, name) => Array.from({ length }, (_, at) => `/${name * 100 + at}`)),
      )
    }),
  )
})

test('nothing side by side takes no round', () => {
  expect(all([]).next()).toEqual({ done: true, value: [] })
})

test('one that fails ends the others, and its error goes through', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
      fc.nat(4),
      fc.nat(3),
      (each, who, when) => {
        const failing = who % each.length
        const at = when % (each[failing] ?? 1)
        const ended: number[] = []
        const error = new Error('failed')
        const send = (request: HttpRequest) => {
          if (request.path === `/${failing * 100 + at}`) throw error
          return echo(request)
        }
        const running = each.map((length, name) => series(name, length, ended))
        expect(() => driveSync(all(running), send)).toThrow(error)
        expect([...ended].sort()).toEqual(each.map((_, name) => name))
      },
    ),
  )
})

test('one that fails before its first request ends those that have begun', () => {
  const ended: number[] = []
  function* failing(): Exchange<never> {
    throw new RangeError('at once')
  }
  expect(() => all([series(0, 2, ended), failing(), series(2, 2, ended)]).next()).toThrow(
    RangeError,
  )
  expect(ended).toEqual([0])
})

test('ending the whole ends each of them', () => {
  const ended: number[] = []
  const whole = all([series(0, 2, ended), series(1, 0, ended), series(2, 1, ended)])
  whole.next()
  whole.return([[], [], []])
  expect([...ended].sort()).toEqual([0, 1, 2])
})
