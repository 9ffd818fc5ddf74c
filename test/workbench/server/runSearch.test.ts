import type { AttentionView, RunSummary, WorkflowView } from '../../../workbench/api/index.ts'
import { useAccount } from './account.ts'
import { openBench, until, type Bench, type Failure } from './support.ts'

const account = useAccount()

const runs = (bench: Bench, query: string) => bench.get<readonly RunSummary[]>(`/api/runs?${query}`)
const titles = async (bench: Bench, query: string) =>
  (await runs(bench, query)).map(({ title }) => title)
const runWith = (bench: Bench, id: string, body: object) =>
  bench.lines(`/api/workflows/${id}/run`, body)
const copyOf = async (bench: Bench): Promise<WorkflowView> => {
  const { definition, connectionId } = await bench.example()
  const added = { definition: { ...definition, label: 'Copy' }, connectionId }
  return (await bench.call<WorkflowView>('POST', '/api/workflows', added)).body
}
/** Events for the example, which is turned on. */
const addDeals = async (bench: Bench, deals: readonly object[]) => {
  const { id } = await bench.example()
  await bench.call('POST', `/api/workflows/${id}/on`, {})
  for (const deal of deals) await bench.call('POST', '/api/sandbox/deals', deal)
  await until(async () => {
    const ended = (await runs(bench, '')).filter(({ endedAt }) => endedAt !== null)
    return ended.length === deals.length || undefined
  })
}

test('runs of all workflows are found by workflow, state, time and text', async () => {
  const bench = await openBench()
  const start = Date.now()
  await addDeals(bench, [
    { title: 'Anna’s 100% "deal"', person_id: 1 },
    { title: 'Of nobody' },
    { title: 'Berta_x', person_id: 2 },
  ])
  const example = await bench.example()
  const copy = await copyOf(bench)
  await runWith(bench, copy.id, { event: 'sample' })
  expect(await runs(bench, '')).toHaveLength(4)
  expect(await runs(bench, `workflow=${copy.id}`)).toMatchObject([
    { workflowId: copy.id, kind: 'manual', title: 'Paper for the new office' },
  ])
  expect(await titles(bench, 'state=failed,dead,parked')).toEqual(['Of nobody'])
  expect(await titles(bench, `search=${encodeURIComponent('100% "deal"')}`)).toEqual([
    'Anna’s 100% "deal"',
  ])
  // What has a meaning in patterns of SQL has none here.
  expect(await titles(bench, 'search=Berta_')).toEqual(['Berta_x'])
  expect(await titles(bench, 'search=a_a')).toEqual([])
  expect(await titles(bench, 'search=is%20required')).toEqual(['Of nobody'])
  expect(await runs(bench, `from=${Date.now() + 1_000}`)).toEqual([])
  expect(await runs(bench, `to=${start}`)).toEqual([])
  expect(await runs(bench, `from=${start}&workflow=${example.id}`)).toHaveLength(3)
  expect((await bench.call('GET', '/api/runs?state=odd')).status).toBe(400)
  expect((await bench.call('GET', '/api/runs?from=yesterday')).status).toBe(400)
})

test('what needs attention is counted until it is resumed or deleted', async () => {
  const bench = await openBench()
  const count = async () => (await bench.get<AttentionView>('/api/runs/attention')).count
  await addDeals(bench, [{ title: 'Of nobody' }, { title: 'Of nobody either' }])
  expect(await count()).toBe(2)
  const [first] = await runs(bench, 'state=dead')
  expect((await bench.call('DELETE', `/api/runs/${first?.id}`)).status).toBe(204)
  expect((await bench.call('GET', `/api/runs/${first?.id}`)).status).toBe(404)
  expect(await count()).toBe(1)
})

test('an event of an earlier run is taken again, but never one of another account', async () => {
  const bench = await openBench()
  const { id } = await bench.example()
  await runWith(bench, id, { event: 'cause' })
  const [earlier] = await runs(bench, `workflow=${id}`)
  await runWith(bench, id, { event: 'run', runId: earlier?.id })
  const [again] = await runs(bench, `workflow=${id}`)
  expect([again?.title, again?.state]).toEqual([earlier?.title, 'done'])

  await account.start()
  const { body: attempt } = await account.begin(bench)
  const { connection } = (await account.connect(bench, attempt)).attempt
  const { definition, version } = await bench.example()
  const change = { definition, version, connectionId: connection!.id }
  const { body } = await bench.call<WorkflowView>('PUT', `/api/workflows/${id}`, change)
  expect(body.samples).toEqual({})
  const failed = await runWith(bench, id, { event: 'run', runId: earlier?.id })
  expect(failed.at(-1)).toMatchObject({ step: { state: 'failed', error: { path: 'runId' } } })
  expect((await runWith(bench, id, { event: 'last' })).at(-1)).toMatchObject({
    step: { state: 'failed' },
  })
  expect(await runs(bench, `workflow=${id}&connection=${connection!.id}`)).toEqual([])

  // Back in the first account its samples are there again.
  const back = { ...change, version: body.version, connectionId: earlier?.connectionId }
  const { samples } = (await bench.call<WorkflowView>('PUT', `/api/workflows/${id}`, back)).body
  expect(Object.keys(samples)).toContain('trigger_1')
})

test('a run is not resumed in another account', async () => {
  const bench = await openBench()
  const { id, definition, version } = await bench.example()
  const [person, ...others] = definition.tasks
  const broken = {
    ...definition,
    tasks: [{ ...person!, parameters: { id: 99_999_999 } }, ...others],
  }
  const saved = await bench.save(broken)
  await runWith(bench, id, { event: 'sample' })
  const [failed] = await runs(bench, 'state=failed')
  await account.start()
  const { body: attempt } = await account.begin(bench)
  const { connection } = (await account.connect(bench, attempt)).attempt
  const change = { definition, version: saved.version, connectionId: connection!.id }
  expect(version).toBe(1)
  await bench.call('PUT', `/api/workflows/${id}`, change)
  const refused = await bench.call<Failure>('POST', `/api/runs/${failed?.id}/retry`)
  expect([refused.status, refused.body.error.message]).toEqual([
    409,
    'This run used another account than the workflow uses now',
  ])
})
