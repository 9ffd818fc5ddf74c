import { pipedrive } from '../../../component/index.ts'
import { openStore } from '../../../runtime/store/index.ts'
import type { RunSummary, RunView, Session } from '../../../workbench/api/index.ts'
import { openBench, until, type Bench } from './support.ts'

const runsOf = async (bench: Bench) =>
  bench.get<readonly RunSummary[]>(`/api/runs?workflow=${(await bench.example()).id}`)
const viewOf = (bench: Bench, { id }: RunSummary) => bench.get<RunView>(`/api/runs/${id}`)
const turnOn = async (bench: Bench) =>
  bench.call('POST', `/api/workflows/${(await bench.example()).id}/on`, {})
const inState = (bench: Bench, state: RunSummary['state']) =>
  until(async () => (await runsOf(bench)).find(run => run.state === state))

test('a run that fails tells what it ran with, and keeps each attempt and its version', async () => {
  const bench = await openBench()
  await turnOn(bench)
  await bench.call('POST', '/api/sandbox/deals', { title: 'Of nobody' })
  const failed = await viewOf(bench, await inState(bench, 'dead'))
  expect(failed).toMatchObject({
    title: 'Of nobody',
    version: 1,
    resumeVersion: 1,
    workflowLabel: 'Follow up new deals',
    error: { name: 'InputError', problems: [{ path: 'id', problem: 'is required' }] },
  })
  expect(failed.steps[0]).toMatchObject({ name: 'trigger_1', output: { person_id: null } })
  expect(failed.steps[1]).toMatchObject({ name: 'getPersonDetails_1', state: 'failed' })
  expect(failed.nodes[1]).toMatchObject({
    name: 'getPersonDetails_1',
    parameters: { id: '${trigger_1.person_id}' },
  })

  const { definition } = await bench.example()
  const [person, lead] = definition.tasks
  const mended = { ...person!, parameters: { id: 1 } }
  await bench.save({ ...definition, tasks: [mended, lead!] })
  expect(await viewOf(bench, failed)).toMatchObject({ version: 1, resumeVersion: 1 })
  await turnOn(bench)
  expect(await viewOf(bench, failed)).toMatchObject({ version: 1, resumeVersion: 2 })
  await bench.call('POST', `/api/runs/${failed.id}/retry`)
  const done = await viewOf(bench, await inState(bench, 'done'))
  expect(done.history.map(({ number, version, state }) => [number, version, state])).toEqual([
    [1, 1, 'dead'],
    [2, 2, 'done'],
  ])
  expect(done.history[0]?.error?.problems).toEqual([{ path: 'id', problem: 'is required' }])
  expect(done.nodes[1]).toMatchObject({ parameters: { id: 1 } })
  const times = done.history.map(({ startedAt, endedAt }) => endedAt - startedAt)
  expect(done.ms).toBe(times.reduce((sum, ms) => sum + ms, 0))
  expect(done.ms).toBeLessThan(done.endedAt! - done.receivedAt)
})

test('a run takes at least as long as its steps', async () => {
  const bench = await openBench()
  await bench.lines(`/api/workflows/${(await bench.example()).id}/run`, { event: 'cause' })
  const done = await viewOf(bench, await inState(bench, 'done'))
  const steps = done.steps.reduce((sum, { ms }) => sum + ms, 0)
  expect(done.ms).toBeGreaterThanOrEqual(steps - done.steps.length)
})

test('a run that is cancelled has not failed', async () => {
  const bench = await openBench()
  const { csrf, sandboxUrl } = await bench.get<Session>('/api/session')
  await fetch(`${sandboxUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'latency', ms: 60_000, path: '/api/v2/persons/{id}' }),
  })
  const abort = new AbortController()
  const { id } = await bench.example()
  const running = fetch(`${bench.url}/api/workflows/${id}/run`, {
    method: 'POST',
    headers: { 'x-csrf-token': csrf, 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'sample' }),
    signal: abort.signal,
  })
  await inState(bench, 'running')
  const { body } = await running
  abort.abort()
  await body?.cancel().catch(() => {})
  const cancelled = await inState(bench, 'cancelled')
  expect(cancelled.error).toMatchObject({ name: 'Cancelled', recovery: 'retry' })
  expect((await viewOf(bench, cancelled)).history).toMatchObject([{ state: 'cancelled' }])
})

test('the runs of a workflow go with it', async () => {
  const bench = await openBench()
  const { id } = await bench.example()
  await bench.lines(`/api/workflows/${id}/run`, { event: 'sample' })
  const [run] = await runsOf(bench)
  await bench.call('DELETE', `/api/workflows/${id}`)
  expect((await bench.call('GET', `/api/runs/${run?.id}`)).status).toBe(404)
})

test('old runs by hand are deleted at a start, also those of a workflow that is off', async () => {
  const first = await openBench()
  const { id } = await first.example()
  await first.lines(`/api/workflows/${id}/run`, { event: 'cause' })
  const { folder } = first
  await first.close()
  const store = await openStore({ component: pipedrive, folder })
  await store.db.run('UPDATE runs SET receivedAt = 0, occurredAt = NULL')
  store.close()
  const bench = await openBench({ folder })
  await until(
    async () => (await bench.get<readonly RunSummary[]>('/api/runs')).length === 0 || undefined,
  )
})
