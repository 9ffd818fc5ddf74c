import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { WorkflowSummary, WorkflowView } from '../../../workbench/api/index.ts'
import { openBench, until, type Failure } from './support.ts'

test('the first minute needs nothing: a workflow that can run is there, and connected', async () => {
  const bench = await openBench()
  const example = await bench.example()
  const connection = await bench.connection()
  expect(example).toMatchObject({ on: false, version: 1, problems: [], samples: {} })
  expect(example.connectionId).toBe(connection.id)
  expect(example.definition.tasks.map(({ type }) => type)).toEqual([
    'pipedrive/v1/getPersonDetails',
    'pipedrive/v1/addLead',
  ])
  expect(connection).toMatchObject({ name: 'Sandbox', sandbox: true, state: 'ready' })
})

test('workflows are made, changed and removed, and all tabs hear of it', async () => {
  const bench = await openBench()
  const heard = await bench.live()
  const definition = { label: 'Empty', triggers: [], tasks: [], futureKey: { kept: true } }
  const made = await bench.call<WorkflowView>('POST', '/api/workflows', { definition })
  expect(made.status).toBe(201)
  expect(made.body.definition).toEqual(definition)
  expect(made.body.problems).toEqual([{ path: 'tasks', problem: 'there is nothing to run' }])

  const { id } = made.body
  const change = { definition: { ...definition, label: 'Other' }, connectionId: null, version: 1 }
  const { body } = await bench.call<WorkflowView>('PUT', `/api/workflows/${id}`, change)
  expect(body).toMatchObject({ label: 'Other', version: 2 })
  const [newest] = await bench.get<readonly WorkflowSummary[]>('/api/workflows')
  expect(newest).toMatchObject({ id, label: 'Other', on: false })

  expect((await bench.call('DELETE', `/api/workflows/${id}`)).status).toBe(204)
  expect((await bench.call('GET', `/api/workflows/${id}`)).status).toBe(404)
  const workflow = expect.objectContaining({ id, label: 'Other', on: false })
  const expected = [
    { type: 'workflows' },
    { type: 'workflow', version: 2, workflow },
    { type: 'workflows' },
  ]
  await until(() => heard.length >= 3 || undefined)
  expect(heard).toEqual(expect.arrayContaining(expected))
})

test('of two tabs that save, the second is shown what the first has saved', async () => {
  const bench = await openBench()
  const { id, definition, connectionId } = await bench.example()
  const save = (label: string) =>
    bench.call<WorkflowView & Failure & { readonly current: WorkflowView }>(
      'PUT',
      `/api/workflows/${id}`,
      { definition: { ...definition, label }, connectionId, version: 1 },
    )
  const answers = await Promise.all([save('one'), save('other')])
  const [saved, refused] = answers.sort((a, b) => a.status - b.status)
  expect([saved?.status, refused?.status]).toEqual([200, 409])
  expect(refused?.body.error.recovery).toBe('check')
  expect(refused?.body.current).toEqual(saved?.body)
  expect((await bench.example()).label).toBe(saved?.body.label)
})

test('what keeps a workflow from running is named by its path, and it is saved all the same', async () => {
  const bench = await openBench()
  const { definition } = await bench.example()
  const [task] = definition.tasks
  if (!task) throw new Error('the example has no task')
  const broken = {
    ...definition,
    tasks: [
      { ...task, type: 'pipedrive/v1/getPersonDetail' },
      { ...task, name: 'later', parameters: { id: '${nobody.id}' } },
    ],
  }
  const { problems, version } = await bench.save(broken)
  expect(version).toBe(2)
  expect(problems).toEqual([
    { path: 'tasks[0]', problem: expect.stringContaining('did you mean getPersonDetails?') },
    { path: 'tasks[1].parameters.id', problem: expect.stringContaining('there is no nobody') },
  ])
  const refused = await bench.call<Failure>(
    'POST',
    `/api/workflows/${(await bench.example()).id}/run`,
    {},
  )
  expect(refused.status).toBe(400)
  expect(refused.body.error.problems).toEqual(problems)
})

test('unknown ids and addresses are answered 404', async () => {
  const bench = await openBench()
  const unknown = ['/api/workflows/none', '/api/runs/7', '/api/runs/x', '/api/sandbox/deals2']
  for (const path of [...unknown, '/api/connections/oauth/none', '/api/nothing'])
    expect(await bench.call('GET', path)).toMatchObject({
      status: 404,
      body: { error: { recovery: 'fix-input', hint: expect.any(String) } },
    })
  for (const path of ['/api/connections/none/test', '/api/workflows/none/on', '/api/runs/7/retry'])
    expect((await bench.call('POST', path, {})).status).toBe(404)
})

test('a defect is said in a word: no stack, no query, no row', async () => {
  const bench = await openBench()
  const { id } = await bench.example()
  const db = createClient({ url: `file:${join(bench.folder, 'store.db')}` })
  await db.execute('ALTER TABLE runs RENAME TO lost')
  db.close()
  const { status, body } = await bench.call<Failure>('GET', `/api/runs?workflow=${id}`)
  expect(status).toBe(500)
  expect(body.error.recovery).toBe('report')
  expect(body.error.message).toContain('is damaged')
  expect(JSON.stringify(body)).not.toMatch(/select|\.ts:|node_modules|    at /)
  const lines = await bench.lines(`/api/workflows/${id}/run`, { event: 'sample' })
  expect(lines.at(-1)).toMatchObject({ type: 'failed', error: { recovery: 'report' } })
})

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
const nodes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ name: `n${at}`, label: '', type: 'pipedrive/v1/addDeal', parameters: {} },
  }))

test.each([
  ['more nodes than can be drawn', { tasks: nodes(600) }, 'there are more than 500'],
  [
    'parameters without end',
    { tasks: [{ ...nodes(1)[0], parameters: { a: deep(4_000) } }] },
    'nested',
  ],
  ['an other member without end', { tasks: [], futureKey: deep(4_000) }, 'nested'],
])('a workflow of %s is refused before it is kept', async (_, part, message) => {
  const bench = await openBench()
  const definition = { label: 'Large', triggers: [], ...part }
  const made = await bench.call<Failure>('POST', '/api/workflows', { definition })
  expect(made.status).toBe(400)
  expect(made.body.error.message).toContain(message)
  const { id, version } = await bench.example()
  const change = { definition, connectionId: null, version }
  expect((await bench.call('PUT', `/api/workflows/${id}`, change)).status).toBe(400)
  expect(await bench.get<readonly WorkflowSummary[]>('/api/workflows')).toHaveLength(1)
})

test('a workflow that is damaged is named, can be deleted, and keeps nothing else from working', async () => {
  const first = await openBench()
  const { definition } = await first.example()
  const damages = [
    `definition = '{'`,
    `definition = '[]'`,
    `definition = json_set(definition, '$.tasks', json('${JSON.stringify(deep(900))}'))`,
    `live = '{'`,
    `samples = ']', updatedAt = 9223372036854775807`,
  ]
  const made: string[] = []
  for (const _ of damages)
    made.push((await first.call<WorkflowView>('POST', '/api/workflows', { definition })).body.id)
  const { folder } = first
  await first.close()
  const client = createClient({ url: `file:${join(folder, 'store.db')}` })
  for (const [at, damage] of damages.entries())
    await client.execute(`UPDATE workflows SET ${damage} WHERE id = '${made[at] ?? ''}'`)
  client.close()

  const bench = await openBench({ folder })
  const all = await bench.get<readonly WorkflowSummary[]>('/api/workflows')
  const of = (at: number) => all.find(({ id }) => id === made[at])
  expect(all).toHaveLength(6)
  expect(of(0)).toMatchObject({
    label: `Damaged workflow ${made[0]}`,
    activationError: { message: 'This is not a workflow' },
  })
  expect(of(2)).toMatchObject({
    label: definition.label,
    activationError: { message: expect.stringContaining('nested more than 100 levels') },
  })
  const started = await until(async () => {
    const now = await bench.get<readonly WorkflowSummary[]>('/api/workflows')
    return now.find(({ id, activationError }) => id === made[3] && activationError)
  })
  expect(started).toMatchObject({
    on: true,
    activationError: { message: expect.stringContaining('workflow') },
  })
  expect(await bench.get<WorkflowView>(`/api/workflows/${made[4]}`)).toMatchObject({ samples: {} })
  expect((await bench.call('GET', `/api/workflows/${made[0]}`)).status).toBe(400)
  for (const id of made)
    expect((await bench.call('DELETE', `/api/workflows/${id}`)).status).toBe(204)
})
