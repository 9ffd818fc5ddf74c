import type { StepView, TestLine, WorkflowJson } from '../../../workbench/api/index.ts'
import { useAccount } from './account.ts'
import { openBench, until, type Bench, type Failure } from './support.ts'

const steps = (lines: readonly TestLine[]): readonly StepView[] =>
  lines.flatMap(line => (line.type === 'step' ? [line.step] : []))
const ofType = <T extends TestLine['type']>(lines: readonly TestLine[], type: T) =>
  lines.filter((line): line is Extract<TestLine, { type: T }> => line.type === type)

const withTask = (type: string, parameters: object): WorkflowJson => ({
  label: 'One task',
  triggers: [],
  tasks: [
    { name: 'task_1', label: 'Task', type: `pipedrive/v1/${type}`, parameters: { ...parameters } },
  ],
})
const testOf = async (bench: Bench, node: string) => {
  const { id } = await bench.example()
  return bench.lines(`/api/workflows/${id}/test`, { node })
}
const account = useAccount()
const webhooks = async () => {
  const { entries } = (await (await fetch(`${account.it.url}/_sandbox/usage`)).json()) as {
    readonly entries: readonly { readonly method: string; readonly path: string }[]
  }
  const count = (wanted: string) =>
    entries.filter(({ method, path }) => method === wanted && path.startsWith('/api/v1/webhooks'))
      .length
  return { made: count('POST'), deleted: count('DELETE') }
}
const openOnAccount = async () => {
  const bench = await openBench()
  await account.start()
  await account.adopt(bench)
  return bench
}

test('a node is tested with the samples of the nodes before it, and its output is kept', async () => {
  const bench = await openBench()
  const first = await testOf(bench, 'getPersonDetails_1')
  // No event has come yet, so that the made-up one of the trigger counts.
  expect(steps(first).map(({ state }) => state)).toEqual(['running', 'done'])
  expect(steps(first)[1]).toMatchObject({
    input: { id: 17 },
    output: { body: { data: { id: 17 } } },
  })
  expect(ofType(first, 'request').map(({ request }) => request.path)).toContain(
    '/api/v2/persons/{id}',
  )
  const { samples } = await bench.example()
  expect(samples).toEqual({ getPersonDetails_1: steps(first)[1]?.output })

  const second = await testOf(bench, 'addLead_1')
  expect(steps(second)[1]).toMatchObject({
    state: 'done',
    input: { lead: { person_id: 17 } },
    tokenCost: 10,
  })
})

test('a list is tested with a hundred rows, and says so', async () => {
  const bench = await openBench()
  await bench.save(withTask('getDeals', {}))
  const lines = await testOf(bench, 'task_1')
  expect(ofType(lines, 'cut')).toEqual([{ type: 'cut', name: 'task_1', rows: 100 }])
  expect(ofType(lines, 'rows')).toEqual([{ type: 'rows', name: 'task_1', rows: 100 }])
  expect(ofType(lines, 'request').length).toBeGreaterThan(0)
})

test('a lower limit of its own counts, and a whole list is not called cut', async () => {
  const bench = await openBench()
  await bench.save(withTask('getDeals', { limit: 3 }))
  const few = await testOf(bench, 'task_1')
  expect(ofType(few, 'rows')).toEqual([{ type: 'rows', name: 'task_1', rows: 3 }])
  expect(ofType(few, 'cut')).toEqual([])
  const example = await bench.example()
  await bench.save({ ...withTask('searchDeals', { term: 'Nothing is called like this' }) })
  expect(ofType(await testOf(bench, 'task_1'), 'cut')).toEqual([])
  expect(example.problems).toEqual([])
})

test('wrong input is named by the path in its form, and nothing is sent', async () => {
  const bench = await openBench()
  await bench.save(withTask('addDeal', { deal: { titel: 'Desks' } }))
  const lines = await testOf(bench, 'task_1')
  expect(ofType(lines, 'request')).toEqual([])
  expect(steps(lines)[1]).toMatchObject({
    state: 'failed',
    error: {
      name: 'InputError',
      problems: [
        { path: 'deal.title', problem: 'is required' },
        { path: 'deal.titel', problem: expect.stringContaining('did you mean title?') },
      ],
    },
  })
  expect((await bench.example()).samples).toEqual({})
})

test('a node can be tested although another one is not finished', async () => {
  const bench = await openBench()
  const { tasks } = withTask('getPersonDetails', { id: 1 })
  const [task] = tasks
  if (!task) throw new Error('there is no task')
  const broken = { ...task, name: 'broken', parameters: { id: '${nobody.id}' } }
  await bench.save({ label: 'Half', triggers: [], tasks: [broken, task] })
  expect(steps(await testOf(bench, 'task_1'))[1]?.state).toBe('done')
  const { id } = await bench.example()
  const refused = await bench.call<Failure>('POST', `/api/workflows/${id}/test`, { node: 'broken' })
  expect(refused.status).toBe(400)
  expect(refused.body.error.problems).toEqual([
    { path: 'id', problem: expect.stringContaining('nobody') },
  ])
  expect((await bench.call('POST', `/api/workflows/${id}/test`, { node: 'none' })).status).toBe(404)
})

test('a trigger is tested with a real delivery, and its webhook is deleted again', async () => {
  const bench = await openOnAccount()
  const { id, connectionId } = await bench.example()
  const lines = await bench.lines(`/api/workflows/${id}/test`, { node: 'trigger_1' }, line => {
    if (line.type === 'listening')
      void bench.call('POST', '/api/cause', { trigger: 'newDeal', connectionId })
  })
  const [listening] = ofType(lines, 'listening')
  expect(listening?.webhookUrl).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/webhooks\/newDeal\/[0-9a-f]{32}$/,
  )
  const event = steps(lines)[1]
  expect(event).toMatchObject({
    state: 'done',
    warnings: [],
    output: { value: 99.5, person_id: 1200 },
  })
  expect((await bench.example()).samples).toEqual({ trigger_1: event?.output })
  expect(await webhooks()).toEqual({ made: 1, deleted: 1 })
})

test('giving up a test ends it: the webhook of a trigger is deleted', async () => {
  const bench = await openOnAccount()
  const { id } = await bench.example()
  const { csrf } = await bench.get<{ csrf: string }>('/api/session')
  const abort = new AbortController()
  const response = await fetch(`${bench.url}/api/workflows/${id}/test`, {
    method: 'POST',
    headers: { 'x-csrf-token': csrf, 'content-type': 'application/json' },
    body: JSON.stringify({ node: 'trigger_1' }),
    signal: abort.signal,
  })
  for await (const chunk of response.body ?? [])
    if (Buffer.from(chunk as Uint8Array).includes('listening')) break
  expect((await webhooks()).made).toBe(1)
  abort.abort()
  await until(async () => ((await webhooks()).deleted === 1 ? true : undefined))
})

test('giving up a test ends its requests', async () => {
  const bench = await openOnAccount()
  await bench.save(withTask('getDeals', {}))
  const { id } = await bench.example()
  const { csrf } = await bench.get<{ csrf: string }>('/api/session')
  await account.fault({ kind: 'latency', ms: 3_600_000, path: '/api/v2/deals' })
  const abort = new AbortController()
  const headers = { 'x-csrf-token': csrf, 'content-type': 'application/json' }
  const body = JSON.stringify({ node: 'task_1' })
  const path = `${bench.url}/api/workflows/${id}/test`
  await fetch(path, { method: 'POST', headers, body, signal: abort.signal })
  abort.abort()
  // Closing waits for what is under way: an hour, were the step still waiting for its answer.
  await bench.close()
})
