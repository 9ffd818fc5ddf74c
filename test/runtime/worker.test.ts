import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { listRuns, retryRun, runOf } from '../../runtime/store/index.ts'
import { startWorkflow } from '../../runtime/webhooks/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { deal, leadsTitled, startTestWorkflow } from './workflowBench.ts'
import { pick } from './support.ts'
import { addFault, removeFaults } from '../faults.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ scale: 20 })
})
afterEach(() => sandbox.close())

test('an event is acknowledged once it is committed, and one that comes again is not run again', async () => {
  const { store, deliver, after, close } = await startTestWorkflow(sandbox)
  expect(await Promise.all([deal('a'), deal('a'), deal('b')].map(one => deliver(one)))).toEqual([
    200, 200, 200,
  ])
  expect(await listRuns(store)).toHaveLength(2)
  await after(2)
  expect(await deliver(deal('a'))).toBe(200)
  expect((await listRuns(store)).map(({ state }) => state)).toEqual(['done', 'done'])
  const [run] = await listRuns(store)
  const { steps } = await runOf(store, run?.id ?? 0)
  expect(steps.map(({ name, state }) => [name, state])).toEqual([
    ['trigger_1', 'done'],
    ['addLead_1', 'done'],
  ])
  expect(await leadsTitled(sandbox, 'Desks')).toBe(2)
  await close()
})

test('a run whose write got no answer is parked, listed, and sent again only when somebody says so', async () => {
  const { store, started, deliver, after, close } = await startTestWorkflow(sandbox)
  await addFault(sandbox.url, { kind: 'reset-after', method: 'POST', path: '/api/v1/leads' })
  await deliver(deal('a', 'Parked'))
  const { id } = await after(1)
  const [parked] = await listRuns(store, { states: ['parked'] })
  expect(parked).toMatchObject({ id, error: { recovery: 'check' } })
  expect(await leadsTitled(sandbox, 'Parked')).toBe(1)
  await retryRun(store, id)
  started.wake()
  expect((await after(2)).state).toBe('done')
  expect(await leadsTitled(sandbox, 'Parked')).toBe(2)
  await close()
})

test('what trying again can’t help is a dead letter at once', async () => {
  const { store, deliver, after, close } = await startTestWorkflow(sandbox, {
    lead: { title: '${trigger_1.none}' },
  })
  await deliver(deal('a'))
  expect(await after(1)).toMatchObject({ state: 'dead', error: { recovery: 'fix-input' } })
  expect(await listRuns(store, { states: ['dead'] })).toHaveLength(1)
  await close()
})

test('what may help waits and is tried again, and what was written is not written again', async () => {
  const { store, started, deliver, after, close } = await startTestWorkflow(sandbox)
  await addFault(sandbox.url, {
    kind: 'status',
    status: 503,
    method: 'GET',
    path: '/api/v2/deals',
    times: 99,
  })
  await deliver(deal('a', 'Later'))
  const run = await after(1)
  expect(run).toMatchObject({ state: 'waiting', attempts: 1 })
  expect(run.dueAt).toBeGreaterThan(Date.now() + 5_000)
  await removeFaults(sandbox.url)
  await store.db.run('UPDATE runs SET dueAt = 0')
  started.wake()
  expect((await after(2)).state).toBe('done')
  expect(await leadsTitled(sandbox, 'Later')).toBe(1)
  await close()
}, 20_000)

test('a workflow runs once at a time, and goes on with what was left when it starts again', async () => {
  const { store, started, options, deliver, close } = await startTestWorkflow(sandbox)
  await expect(startWorkflow(options)).rejects.toThrow('another process runs w already')
  await started.pause()
  expect(await deliver(deal('a'))).toBe(404)
  const again = await startWorkflow(options)
  expect(again.webhookUrl).toBe(started.webhookUrl)
  expect(await deliver(deal('a'))).toBe(200)
  while ((await listRuns(store, { states: ['done'] })).length === 0) await setTimeout(5)
  await again.close()
  const hooks = await fetch(`${sandbox.url}/api/v1/webhooks`, {
    headers: { authorization: `Bearer ${sandbox.accessToken}` },
  })
  expect(pick(await hooks.json(), 'data')).toEqual([])
  await close()
})

test('runs end without listeners, and with listeners that throw', async () => {
  const bench = await startTestWorkflow(sandbox)
  await bench.started.pause()
  const { onRun: _, ...silent } = bench.options
  const fail = () => {
    throw new TypeError('a fault of the host')
  }
  const failing = { ...silent, onRun: fail, onStep: fail, onRequest: fail, onError: fail }
  for (const [index, options] of [silent, failing].entries()) {
    const started = await startWorkflow(options)
    expect(await bench.deliver(deal(`event-${index}`))).toBe(200)
    while ((await listRuns(bench.store, { states: ['done'] })).length <= index) await setTimeout(5)
    await started.pause()
  }
  expect(await leadsTitled(sandbox, 'Desks')).toBe(2)
  await bench.close()
})

test('steps that hang end when their time is over, and others get their turn', async () => {
  const { deliver, after, store, close } = await startTestWorkflow(sandbox, undefined, {
    stepTimeoutMs: 1_000,
  })
  const path = '/api/v1/leads'
  const hangs = { kind: 'latency', ms: 3_600_000, method: 'POST', path, times: 8 }
  await addFault(sandbox.url, hangs)
  // As many as run at once.
  for (let at = 0; at < 8; at++) await deliver(deal(`hangs ${at}`))
  await after(8)
  await removeFaults(sandbox.url)
  const parked = await listRuns(store, { states: ['parked'] })
  expect(parked.map(({ error }) => error?.message)).toEqual(
    Array.from({ length: 8 }, () => 'The step took longer than 1 s'),
  )
  await deliver(deal('next', 'Next'))
  expect((await after(9)).state).toBe('done')
  await close()
})

test('a workflow is closed within seconds while the store is locked', async () => {
  const { deliver, after, store, options, started, receiver } = await startTestWorkflow(sandbox)
  await deliver(deal('a'))
  await after(1)
  const other = createClient({ url: pathToFileURL(join(store.folder, 'store.db')).href })
  const lock = await other.transaction('write')
  const start = performance.now()
  await started.close(200).catch(() => {})
  await receiver.close()
  await options.client.close()
  store.close()
  expect(performance.now() - start).toBeLessThan(3_000)
  lock.close()
  other.close()
})
