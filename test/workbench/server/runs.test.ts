import type {
  RunSummary,
  RunView,
  SandboxPage,
  TestLine,
  WorkflowView,
} from '../../../workbench/api/index.ts'
import { newFolder } from '../../folder.ts'
import { useAccount } from './account.ts'
import { openBench, until, type Bench, type Failure } from './support.ts'

const run = async (bench: Bench, event: string) =>
  bench.lines(`/api/workflows/${(await bench.example()).id}/run`, { event })
const switchTo = async (bench: Bench, state: 'on' | 'off', body: object = {}) => {
  const { id } = await bench.example()
  return bench.call<WorkflowView & Failure>('POST', `/api/workflows/${id}/${state}`, body)
}
const runsOf = async (bench: Bench) =>
  bench.get<readonly RunSummary[]>(`/api/runs?workflow=${(await bench.example()).id}`)
const cause = async (bench: Bench) => {
  const { connectionId } = await bench.example()
  return bench.call('POST', '/api/cause', { trigger: 'newDeal', connectionId })
}
const ended = (bench: Bench, count: number) =>
  until(async () => {
    const done = (await runsOf(bench)).filter(({ state }) => state === 'done')
    return done.length >= count ? done : undefined
  })
const states = (lines: readonly TestLine[]) =>
  lines.flatMap(line => (line.type === 'step' ? [`${line.step.name} ${line.step.state}`] : []))
const titles = async (bench: Bench, kind: string) =>
  (await bench.get<SandboxPage>(`/api/sandbox/${kind}`)).rows.map(({ title }) => title)
const account = useAccount()

test('one click runs the example with an event that has really happened', async () => {
  const bench = await openBench()
  const lines = await run(bench, 'cause')
  expect(states(lines)).toEqual([
    'trigger_1 running',
    'trigger_1 done',
    'getPersonDetails_1 running',
    'getPersonDetails_1 done',
    'addLead_1 running',
    'addLead_1 done',
  ])
  const runs = lines.flatMap(line => (line.type === 'run' ? [line.run] : []))
  expect(runs.map(({ state, kind }) => [state, kind])).toEqual([
    ['running', 'manual'],
    ['done', 'manual'],
  ])
  expect(await titles(bench, 'leads')).toContain('Follow up Made by the Pipedrive component')
  const { samples } = await bench.example()
  expect(Object.keys(samples)).toEqual(['trigger_1', 'getPersonDetails_1', 'addLead_1'])

  const view = await bench.get<RunView>(`/api/runs/${runs[1]?.id}`)
  expect(view).toMatchObject({ ...runs[1], event: samples['trigger_1'] })
  expect(view.steps.map(({ name, state }) => [name, state])).toEqual([
    ['trigger_1', 'done'],
    ['getPersonDetails_1', 'done'],
    ['addLead_1', 'done'],
  ])
  expect(view.steps[2]).toMatchObject({ input: { lead: { person_id: 1200 } }, tokenCost: 10 })
})

test('a run with the last event, or with the sample of the definition', async () => {
  const bench = await openBench()
  expect(states(await run(bench, 'last'))).toEqual(['trigger_1 running', 'trigger_1 failed'])
  expect(await runsOf(bench)).toEqual([])
  expect(states(await run(bench, 'sample')).at(-1)).toBe('addLead_1 done')
  expect(states(await run(bench, 'last')).at(-1)).toBe('addLead_1 done')
  expect(await runsOf(bench)).toHaveLength(2)
  const { id } = await bench.example()
  expect((await bench.call('POST', `/api/workflows/${id}/run`, { event: 'x' })).status).toBe(400)
})

test('while it is on, each event is run once, and off is off', async () => {
  const bench = await openBench()
  const heard = await bench.live()
  const { body: on } = await switchTo(bench, 'on')
  expect(on).toMatchObject({
    on: true,
    onVersion: 1,
    webhookUrl: expect.stringContaining('/webhooks/newDeal/'),
  })
  expect(await cause(bench)).toMatchObject({ status: 204 })
  expect(await ended(bench, 1)).toMatchObject([{ kind: 'event', state: 'done', attempts: 0 }])
  const [{ id = 0 } = {}] = await runsOf(bench)
  const view = await bench.get<RunView>(`/api/runs/${id}`)
  expect(view.steps.map(({ name }) => name)).toEqual([
    'trigger_1',
    'getPersonDetails_1',
    'addLead_1',
  ])
  await until(() => heard.find(line => line.type === 'run' && line.run.state === 'done'))

  const { body: off } = await switchTo(bench, 'off')
  expect(off.on).toBe(false)
  expect(off.webhookUrl).toBeUndefined()
  expect((await fetch(String(on.webhookUrl), { method: 'POST' })).status).toBe(404)
  await cause(bench)
  expect(await runsOf(bench)).toHaveLength(1)
})

test('what is changed while it is on takes effect when it is turned on again', async () => {
  const bench = await openBench()
  await switchTo(bench, 'on')
  const { definition } = await bench.example()
  const [first, second] = definition.tasks
  if (!first || !second) throw new Error('the example has two tasks')
  const parameters = { lead: { title: 'Changed', person_id: '${trigger_1.person_id}' } }
  await bench.save({ ...definition, tasks: [first, { ...second, parameters }] })
  expect(await bench.example()).toMatchObject({ on: true, version: 2, onVersion: 1 })
  await cause(bench)
  await ended(bench, 1)
  expect(await titles(bench, 'leads')).not.toContain('Changed')

  expect((await switchTo(bench, 'on')).body).toMatchObject({ on: true, onVersion: 2 })
  await cause(bench)
  await ended(bench, 2)
  expect(await titles(bench, 'leads')).toContain('Changed')
})

test('what can’t run can’t be turned on, and says why', async () => {
  const bench = await openBench()
  const { definition } = await bench.example()
  await bench.save({ ...definition, triggers: [], tasks: [] })
  const none = await switchTo(bench, 'on')
  expect([none.status, none.body.error.name]).toEqual([400, 'InputError'])
  const { id, version } = await bench.example()
  await bench.call('PUT', `/api/workflows/${id}`, { definition, version, connectionId: null })
  const unconnected = await switchTo(bench, 'on')
  expect(unconnected.body.error).toMatchObject({ message: 'No connection selected' })
  expect((await bench.example()).on).toBe(false)
})

test('what was on is on again after a restart', async () => {
  const folder = newFolder()
  const before = await openBench({ folder })
  await switchTo(before, 'on')
  await before.close()
  const after = await openBench({ folder })
  await until(async () => (await after.example()).webhookUrl)
  expect(await after.example()).toMatchObject({ on: true, onVersion: 1 })
  await cause(after)
  expect(await ended(after, 1)).toMatchObject([{ kind: 'event' }])
  await switchTo(after, 'off')
  await after.close()
  expect((await (await openBench({ folder })).example()).on).toBe(false)
})

test('a run that has failed goes on where it has stopped, whether it is on or off', async () => {
  const bench = await openBench()
  await account.start()
  await account.adopt(bench)
  await account.fault({ kind: 'status', status: 403, path: '/api/v1/leads', times: 2 })
  const lines = await run(bench, 'cause')
  expect(states(lines).at(-1)).toBe('addLead_1 failed')
  const [failed] = await runsOf(bench)
  expect(failed).toMatchObject({ state: 'failed', kind: 'manual', error: { name: 'ApiError' } })
  const retried = await bench.call<RunSummary>('POST', `/api/runs/${failed?.id}/retry`)
  expect(retried.status).toBe(200)
  await until(async () => ((await runsOf(bench))[0]?.state === 'failed' ? true : undefined))
  await bench.call('POST', `/api/runs/${failed?.id}/retry`)
  await ended(bench, 1)
  const { steps } = await bench.get<RunView>(`/api/runs/${failed?.id}`)
  const reads = steps[1]?.requests.filter(({ path }) => path === '/api/v2/persons/{id}')
  expect(reads).toHaveLength(1)
  expect(steps[2]?.requests.map(({ status }) => status)).toEqual([403, 403, 201])
  const again = await bench.call<Failure>('POST', `/api/runs/${failed?.id}/retry`)
  expect([again.status, again.body.error.message]).toEqual([
    400,
    expect.stringContaining('nothing to retry'),
  ])

  await switchTo(bench, 'on')
  await account.fault({ kind: 'status', status: 403, path: '/api/v1/leads', times: 1 })
  await cause(bench)
  const dead = await until(async () => (await runsOf(bench)).find(({ state }) => state === 'dead'))
  await bench.call('POST', `/api/runs/${dead.id}/retry`)
  await ended(bench, 2)
})

test('a workflow that is removed, or whose connection is, is turned off first', async () => {
  const bench = await openBench()
  const { body: on } = await switchTo(bench, 'on')
  const { id } = await bench.connection()
  expect((await bench.call('DELETE', `/api/connections/${id}`)).status).toBe(204)
  expect((await fetch(String(on.webhookUrl), { method: 'POST' })).status).toBe(404)
  expect(await bench.example()).toMatchObject({ on: false, connectionId: null })
})
