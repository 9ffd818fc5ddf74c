import assert from 'node:assert/strict'
import type { Recovery } from '../../../definitions/index.ts'
import type { Ability } from '../../../hosts/capabilities.ts'
import type { Case } from '../case.ts'
import { withSandbox, type Scene } from '../withSandbox.ts'

const title = 'Desks for the attic'
const deal = { deal: { title } }

const fault = (
  name: string,
  run: (scene: Scene) => Promise<void>,
  needs: readonly Ability[] = [],
): Case => ({
  kind: 'faults',
  name,
  needs: ['actions', ...needs],
  run: host => withSandbox(host, run),
})

/** A read that fails once and then does not. */
const passes = (name: string, given: object): Case =>
  fault(
    `a read goes on after ${name}`,
    async ({ fault, done, count }) => {
      await fault({ method: 'GET', path: '/api/v2/deals', ...given })
      await done('getDealDetails', { id: 1 })
      assert(count('GET') > 1)
    },
    ['retries'],
  )

/** A write that is refused or lost is sent once. */
const writesOnce = (name: string, given: object, recovery: Recovery): Case =>
  fault(`a write is not repeated after ${name}`, async ({ fault, failed, count }) => {
    await fault({ method: 'POST', path: '/api/v2/deals', times: 9, ...given })
    const error = await failed('addDeal', deal)
    assert.equal(error.recovery, recovery)
    assert(!/<html|<h1/i.test(error.message), 'the message has tags of a page')
    assert(count('POST') <= 1)
  })

export const faultCases = (): readonly Case[] => [
  fault(
    'an access token that is no longer accepted is renewed',
    async ({ fault, done }) => {
      await done('getDealDetails', { id: 1 })
      await fault({ kind: 'tokens-expire' })
      await done('getDealDetails', { id: 2 })
      await done('addDeal', deal)
    },
    ['renewal'],
  ),
  fault('a revoked connection says that it is to be connected again', async ({ fault, failed }) => {
    await fault({ kind: 'tokens-revoke' })
    assert.equal((await failed('getDealDetails', { id: 1 })).recovery, 'reconnect')
  }),
  fault('a record that is not there is named', async ({ failed }) => {
    const error = await failed('getDealDetails', { id: 999_999 })
    assert.equal(error.recovery, 'fix-input')
    assert(error.message.includes('404'), error.message)
  }),
  passes('a 429', { kind: 'status', status: 429 }),
  passes('a 502', { kind: 'status', status: 502 }),
  passes('a 503 that is a page', { kind: 'status', status: 503 }),
  passes('a dropped connection', { kind: 'reset-before' }),
  fault(
    'a write goes on after a 429, which has written nothing',
    async ({ fault, done, count }) => {
      await fault({ kind: 'status', status: 429, method: 'POST', path: '/api/v2/deals' })
      await done('addDeal', deal)
      assert.equal(count('POST'), 2)
    },
    ['retries'],
  ),
  writesOnce('a 500', { kind: 'status', status: 500 }, 'check'),
  writesOnce('a 503 that is a page', { kind: 'status', status: 503 }, 'check'),
  writesOnce('a 403 that is a page', { kind: 'html-403' }, 'wait'),
  writesOnce('JSON that breaks off', { kind: 'truncated' }, 'check'),
  writesOnce('a connection that is dropped', { kind: 'reset-after' }, 'check'),
  fault('a read whose JSON breaks off fails', async ({ fault, failed }) => {
    await fault({ kind: 'truncated', method: 'GET', path: '/api/v2/deals', times: 9 })
    const error = await failed('getDealDetails', { id: 1 })
    assert.notEqual(error.recovery, 'fix-input')
  }),
  fault(
    'a deletion goes on after a dropped connection, for the second one finds the first',
    async ({ fault, done }) => {
      await fault({ kind: 'reset-after', method: 'DELETE', path: '/api/v2/deals' })
      await done('deleteDeal', { id: 1 })
    },
    ['retries'],
  ),
  fault(
    'a run that takes too long is given up',
    async ({ fault, failed }) => {
      await fault({ kind: 'latency', ms: 10_000, method: 'GET', path: '/api/v2/deals' })
      const start = performance.now()
      await failed('getDealDetails', { id: 1 }, { timeout: 300 })
      assert(performance.now() - start < 5_000)
    },
    ['timeout'],
  ),
]
