import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { shareRate } from '../../deep/shareRate.ts'
import { openBench } from '../../runtime/support.ts'
import { createTally, type Attack } from '../attack.ts'

export const smallPlan: Attack = {
  group: 'Limits',
  name: 'Eight processes on one connection of the plan Lite',
  onlyLong: true,
  async run({ many }) {
    const tally = createTally()
    const each = many(20, 200)
    const { seconds, shares } = await shareRate(8, each)
    for (const share of shares)
      for (let at = 0; at < each; at++) {
        const status = share?.statuses[at]
        tally.count(`get ${at}`, [200, 404, 410].includes(status ?? 0) ? undefined : `is ${status}`)
      }
    const refused = shares.reduce((sum, share) => sum + (share?.refused ?? 0), 0)
    tally.count('429', refused <= 10 ? undefined : `comes ${refused} times`)
    const times = shares.map(share => share?.seconds ?? 0)
    const [first, last] = [Math.min(...times), Math.max(...times)]
    const isFair = last <= 2 * Math.max(first, 2)
    tally.count(
      'fairness',
      isFair ? undefined : `takes ${first.toFixed(1)} to ${last.toFixed(1)} s`,
    )
    return tally.total(`${seconds.toFixed(0)} s, ${refused} × 429`)
  },
}

export const onePlan: Attack = {
  group: 'Limits',
  name: 'One process on the plan Lite, and eight on the plan Ultimate',
  onlyLong: true,
  async run({ many }) {
    const tally = createTally()
    const each = many(40, 200)
    const remarks: string[] = []
    for (const [count, plan] of [
      [1, 'lite'],
      [8, 'ultimate'],
    ] as const) {
      const { seconds, shares } = await shareRate(count, each, plan)
      const statuses = shares.flatMap(share => share?.statuses ?? [])
      for (const [at, status] of statuses.entries())
        tally.count(`${plan} ${at}`, [200, 404, 410].includes(status) ? undefined : `is ${status}`)
      const refused = shares.reduce((sum, share) => sum + (share?.refused ?? 0), 0)
      const lost = count * each - statuses.length
      tally.count(`all on ${plan}`, lost === 0 ? undefined : `lack ${lost}`)
      tally.count(`429 on ${plan}`, refused <= 10 ? undefined : `comes ${refused} times`)
      remarks.push(`${plan}: ${seconds.toFixed(0)} s, ${refused} × 429`)
    }
    return tally.total(remarks.join('; '))
  },
}

export const searches: Attack = {
  group: 'Limits',
  name: 'A burst of searches, and a day that is used up',
  async run({ many }) {
    const tally = createTally()
    const bench = await openBench({ plan: 'lite', scale: 50 })
    const count = many(12, 40)
    const burst = Array.from({ length: count }, (_, at) =>
      tally.attempt(
        `search ${at}`,
        async () => {
          const result = await bench.run('searchDeals', { term: `deal ${at}` })
          return 'error' in result ? result.error.message : undefined
        },
        60_000,
      ),
    )
    await Promise.all(burst)
    await bench.control('spend', { tokens: 10_000_000 })
    const before = (await bench.calls()).length
    const late = Array.from({ length: 100 }, (_, at) =>
      tally.attempt(`after the day, ${at}`, async () => {
        const result = await bench.run('getDealDetails', { id: 1 })
        return 'error' in result && result.error.recovery === 'wait'
          ? undefined
          : 'is not told to wait'
      }),
    )
    await Promise.all(late)
    const asked = (await bench.calls()).length - before
    tally.count('requests after the day', asked <= 16 ? undefined : `are ${asked}`)
    await bench.close()
    return tally.total()
  },
}

const interrupted = async (signal: 'SIGINT' | 'SIGTERM', words: readonly string[]) => {
  const child = spawn(process.execPath, ['dist/bundle/cli/index.js', ...words])
  const ended = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), ended])
  child.stdout.resume()
  const begun = performance.now()
  child.kill(signal)
  await Promise.race([ended, setTimeout(10_000)])
  const ms = performance.now() - begun
  if (child.exitCode === null) child.kill('SIGKILL')
  return { code: child.exitCode, ms }
}

export const interrupts: Attack = {
  group: 'Limits',
  name: 'Ctrl-C and SIGTERM in a long list',
  onlyLong: true,
  async run() {
    const tally = createTally()
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      await tally.attempt(signal, async () => {
        const words = ['run', 'getPersons', '--sandbox', '--ndjson']
        const { code, ms } = await interrupted(signal, words)
        if (code !== 130) return `ends with ${code}`
        return ms > 3_000 ? `ends after ${ms.toFixed(0)} ms` : undefined
      })
    return tally.total()
  },
}
