import type {
  BudgetView,
  ConnectionView,
  ForecastView,
  NodeJson,
  WorkflowJson,
} from '../../../workbench/api/index.ts'
import { openBench, until, useBench, type Bench, type Failure } from './support.ts'

const shared = useBench()

const node = (name: string, operation: string, parameters: NodeJson['parameters']): NodeJson => ({
  name,
  label: name,
  type: `pipedrive/v1/${operation}`,
  parameters,
})

const trigger = node('trigger_1', 'newDeal', {})
const drawn = (...tasks: readonly NodeJson[]): WorkflowJson => ({
  label: 'Priced',
  triggers: [trigger],
  tasks,
})

const forecastOf = async (bench: Bench, definition: WorkflowJson): Promise<ForecastView> => {
  const { id } = await bench.save(definition)
  return bench.get<ForecastView>(`/api/workflows/${id}/forecast`)
}

test('it says what a token is, and what plans give', async () => {
  const { plans, examples } = await shared().get<BudgetView>('/api/budget')
  expect(plans.map(({ title, tokensPerSeat }) => [title, tokensPerSeat])).toEqual([
    ['Lite', 30_000],
    ['Growth', 60_000],
    ['Premium', 150_000],
    ['Ultimate', 210_000],
  ])
  expect(examples).toContainEqual({ title: 'Search', tokenCost: 20 })
})

test('plan and seats are kept with the connection', async () => {
  const bench = shared()
  const { id, plan } = await bench.connection()
  expect(plan).toBeNull()
  const chosen = { plan: 'growth', seats: 5 }
  const { body } = await bench.call<ConnectionView>('PUT', `/api/connections/${id}/plan`, chosen)
  expect(body.plan).toEqual({ name: 'growth', title: 'Growth', seats: 5, tokensPerDay: 300_000 })
  expect((await bench.connection()).plan).toEqual(body.plan)
})

test.each([
  ['plan', { plan: 'gold', seats: 1 }],
  ['seats', { plan: 'lite', seats: 0 }],
])('a wrong %s is refused by name', async (path, given) => {
  const { id } = await shared().connection()
  const { status, body } = await shared().call<Failure>('PUT', `/api/connections/${id}/plan`, given)
  expect([status, body.error.path]).toEqual([400, path])
})

test('before anything has run, a price follows from the definitions', async () => {
  const {
    steps,
    tokensPerEvent,
    shared: all,
  } = await forecastOf(
    shared(),
    drawn(
      node('addDeal_1', 'addDeal', { deal: { title: '${trigger_1.title}' } }),
      node('customAction_1', 'customAction', { method: 'POST', path: '/api/v1/notes' }),
    ),
  )
  expect(steps.map(({ name, tokenCost, runs }) => [name, tokenCost, runs])).toEqual([
    ['trigger_1', 1, 0],
    // The deal, and a person and an organization where it has them.
    ['addDeal_1', 5 + 1 + 1, 0],
    ['customAction_1', 10, 0],
  ])
  expect(tokensPerEvent).toBe(18)
  expect(all).toEqual([
    { call: 'GET /api/v1/users', tokenCost: 20, maxPerDay: 288 },
    { call: 'GET /api/v2/dealFields', tokenCost: 10, maxPerDay: 24 },
  ])
})

const details = (name: string, id = '${trigger_1.id}') => node(name, 'getDealDetails', { id })
const lead = (text: string) =>
  node('addLead_1', 'addLead', { lead: { title: text, person_id: '${trigger_1.person_id}' } })

test('a disabled step costs nothing', async () => {
  const off = { ...node('a', 'getDeals', {}), disabled: true }
  const { steps, advice } = await forecastOf(shared(), drawn(off, lead('Hello')))
  expect(steps.map(({ name }) => name)).toEqual(['trigger_1', 'addLead_1'])
  expect(advice).toEqual([])
})

test('what has run costs what it has cost, and its events tell how many come', async () => {
  const bench = await openBench()
  const { id } = await bench.example()
  await bench.call('POST', `/api/workflows/${id}/on`, {})
  for (const title of ['One', 'Two', 'Three'])
    await bench.call('POST', '/api/sandbox/deals', { title, person_id: 1 })
  const forecast = await until(async () => {
    const current = await bench.get<ForecastView>(`/api/workflows/${id}/forecast`)
    return current.steps.every(({ runs }) => runs === 3) && current.usedToday > 0
      ? current
      : undefined
  })
  const runs = await bench.get<readonly { id: number; tokenCost: number }[]>('/api/runs')
  // The list of users is fetched once, for all.
  const spent = runs.reduce((sum, { tokenCost }) => sum + tokenCost, 0) - 20
  expect(forecast.shared).toContainEqual({
    call: 'GET /api/v1/users',
    tokenCost: 20,
    maxPerDay: 288,
  })
  expect(forecast.tokensPerEvent * 3).toBeGreaterThanOrEqual(spent - 10)
  expect(forecast.tokensPerEvent * 3).toBeLessThanOrEqual(spent + 10)
  expect(forecast.eventsPerDay).toBe(3)
})

test.each<readonly [string, readonly NodeJson[], ForecastView['advice']]>([
  [
    'a step that nothing uses',
    [details('a', '7'), lead('Hello')],
    [{ kind: 'unused', step: 'a', saves: 3 }],
  ],
  [
    'a step that reads what the event holds',
    [details('a'), lead('${a.body.data.title}')],
    [{ kind: 'in-event', step: 'a', other: 'trigger_1', saves: 3 }],
  ],
  [
    'one that reads more than the event holds',
    [details('a'), lead('${a.body.data.person_id.name}')],
    [],
  ],
  [
    'a step that repeats another',
    [details('a', '7'), details('b', '7'), lead('${a.body.data.title} ${b.body.data.status}')],
    [{ kind: 'repeated', step: 'b', other: 'a', saves: 3 }],
  ],
  [
    'a list without a limit',
    [node('a', 'getDeals', {}), lead('${a.body.data[0].title}')],
    [{ kind: 'unlimited', step: 'a' }],
  ],
  [
    'a list with a limit',
    [node('a', 'getDeals', { limit: 5 }), lead('${a.body.data[0].title}')],
    [],
  ],
  ['a write', [lead('Hello')], []],
])('advice on %s', async (_, tasks, advice) => {
  expect((await forecastOf(shared(), drawn(...tasks))).advice).toEqual(advice)
})
