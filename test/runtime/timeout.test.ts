import { pipedrive } from '../../component/index.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { openClient } from '../../runtime/index.ts'
import { findAction, streamRows, runStep } from '../../engine/index.ts'
import { openServer, sendJson } from './server.ts'
import { failure, openBench, success, type Bench } from './support.ts'
import { manualClock } from './clocks.ts'
import { faultIsUsed } from '../faults.ts'

let bench: Bench
let clock: ReturnType<typeof manualClock>
beforeEach(async () => {
  clock = manualClock()
  bench = await openBench({ scale: 60 }, { timing: clock.timing })
})
afterEach(async () => {
  expect(clock.waiting()).toBe(0)
  await bench.close()
})

const timeout = 30_000
const deal = { deal: { title: 'Desks' } }
const latency = (method: string, path: string) =>
  bench.control('faults', { kind: 'latency', ms: 3_600_000, method, path })
const arrived = async () => {
  while (!(await faultIsUsed(bench.sandbox.url, 'latency'))) await sleep(5)
}

test('a step that is quick enough leaves no timer', async () => {
  success(await bench.run('getDealDetails', { id: 1 }, { timeout }))
})

test.each([
  ['getDealDetails', { id: 1 }, 'GET', 'retry'],
  ['addDeal', deal, 'POST', 'check'],
] as const)('%s that takes too long', async (action, input, method, recovery) => {
  await latency(method, '/api/v2/deals')
  const running = bench.run(action, input, { timeout, onUnknownOutcome: 'find-existing' })
  await arrived()
  clock.pass(29_999)
  clock.pass(1)
  const result = await running
  expect(failure(result)).toMatchObject({ message: 'The step took longer than 30 s', recovery })
  expect(result.requests).toHaveLength(1)
})

test('a record that is written is never said not to be, if time ends while names are looked up', async () => {
  await latency('GET', '/api/v1/users')
  const running = bench.run('addDeal', deal, { timeout })
  await arrived()
  clock.pass(timeout)
  expect(failure(await running)).toMatchObject({
    recovery: 'check',
    hint: 'POST /api/v2/deals has written the record: look at it before you try again.',
  })
})

test('a step does not wait to ask again for longer than it has', async () => {
  await bench.control('faults', { kind: 'status', status: 503, times: 9 })
  const running = bench.run('getDealDetails', { id: 1 }, { timeout: 100 })
  const result = await running
  expect(failure(result)).toMatchObject({ status: 503, recovery: 'retry' })
  expect(result.requests).toHaveLength(1)
})

test('time that ends closes the connection', async () => {
  let closed: Promise<unknown> | undefined
  const api = await openServer(response => {
    closed = new Promise(resolve => response.once('close', resolve))
  })
  const tokens = { accessToken: 'secret', apiDomain: api.url }
  const client = openClient({
    component: pipedrive,
    tokens,
    allowLoopback: true,
    timing: clock.timing,
  })
  const running = runStep(findAction(pipedrive, 'getDealDetails'), { id: 1 }, { client, timeout })
  while (!closed) await sleep(5)
  clock.pass(timeout)
  expect(failure(await running)).toMatchObject({ recovery: 'retry' })
  await closed
  await client.close()
  await api.close()
})

test('whoever shares a list does not wait for somebody who has given up, nor fail with him', async () => {
  await latency('GET', '/api/v1/users')
  const hurried = bench.run('getDealDetails', { id: 1 }, { timeout })
  await arrived()
  const patient = bench.run('getDealDetails', { id: 1 })
  clock.pass(timeout)
  expect(failure(await hurried)).toMatchObject({ recovery: 'retry' })
  success(await patient)
})

test('a step does not wait for new tokens longer than it may', async () => {
  const api = await openServer(response => sendJson(response, { error: 'expired' }, 401))
  let asked = false
  const client = openClient({
    component: pipedrive,
    tokens: { accessToken: 'secret', apiDomain: api.url },
    allowLoopback: true,
    timing: clock.timing,
    refresh: () => {
      asked = true
      return new Promise(() => {})
    },
  })
  const running = runStep(findAction(pipedrive, 'getDealDetails'), { id: 1 }, { client, timeout })
  while (!asked) await sleep(5)
  clock.pass(timeout)
  expect(failure(await running)).toMatchObject({ recovery: 'retry' })
  await client.close()
  await api.close()
})

test.each(['a signal', 'a timeout'])('rows stop at %s, also within a page', async by => {
  const abort = new AbortController()
  const rows = streamRows(
    findAction(pipedrive, 'getDeals'),
    {},
    { client: bench.client, signal: abort.signal, timeout },
  )
  let taken = 0
  const take = async () => {
    for await (const _ of rows) {
      if (++taken < 7) continue
      if (by === 'a signal') abort.abort()
      clock.pass(timeout)
      await sleep(0)
    }
  }
  const name = by === 'a timeout' ? 'TimeoutError' : 'AbortError'
  await expect(take()).rejects.toMatchObject({ name })
  expect(taken).toBe(7)
})

test('rows that nobody takes any more leave no timer', async () => {
  for await (const _ of streamRows(
    findAction(pipedrive, 'getDeals'),
    {},
    { client: bench.client, timeout },
  ))
    break
})
