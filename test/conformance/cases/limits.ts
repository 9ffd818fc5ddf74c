import assert from 'node:assert/strict'
import type { Case } from '../case.ts'
import { withSandbox } from '../withSandbox.ts'

const times = (count: number) => Array.from({ length: count }, (_, at) => at)

export const limitCases = (): readonly Case[] => [
  {
    kind: 'limits',
    name: '60 reads at once on plan lite: all are answered, one after the other if need be',
    needs: ['actions', 'rateLimit'],
    run: host =>
      withSandbox(
        host,
        async ({ done, calls }) => {
          await Promise.all(times(60).map(at => done('getDealDetails', { id: (at % 20) + 1 })))
          const refused = calls.filter(({ status }) => status === 429)
          assert(refused.length <= 3, `${refused.length} calls were refused`)
        },
        { plan: 'lite' },
      ),
  },
  {
    kind: 'limits',
    name: '15 searches at once keep within the limit of searches',
    needs: ['actions', 'rateLimit'],
    run: host =>
      withSandbox(
        host,
        async ({ done, calls }) => {
          await Promise.all(times(15).map(at => done('searchDeals', { term: `desk ${at}` })))
          const refused = calls.filter(({ status }) => status === 429)
          assert(refused.length <= 1, `${refused.length} calls were refused`)
        },
        { plan: 'lite' },
      ),
  },
  {
    kind: 'limits',
    name: 'a budget that is used up is said, and nothing more is sent',
    needs: ['actions', 'dailyBudget'],
    run: host =>
      withSandbox(
        host,
        async ({ sandbox, failed, calls }) => {
          await fetch(`${sandbox.url}/_sandbox/spend`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ tokens: 10_000_000 }),
          })
          assert.equal((await failed('getDealDetails', { id: 1 })).recovery, 'wait')
          const before = calls.length
          assert.equal((await failed('getDealDetails', { id: 2 })).recovery, 'wait')
          assert.equal(calls.length, before)
        },
        { plan: 'lite' },
      ),
  },
]
