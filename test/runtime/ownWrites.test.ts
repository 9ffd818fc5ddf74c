import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../component/index.ts'
import { parseWorkflow } from '../../engine/index.ts'
import { openConnection } from '../../runtime/connections/index.ts'
import {
  causeOf,
  listRuns,
  openJournal,
  retryRun,
  runOf,
  startRun,
  type Run,
} from '../../runtime/store/index.ts'
import { openReceiver, startWorkflow, type ActiveWorkflow } from '../../runtime/webhooks/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { connected } from './store/support.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ scale: 20 })
})
afterEach(() => sandbox.close())

const call = async (method: string, path: string, body: unknown) => {
  const authorization = `Bearer ${sandbox.accessToken}`
  const headers = { authorization, 'content-type': 'application/json' }
  const response = await fetch(sandbox.url + path, { method, headers, body: JSON.stringify(body) })
  expect(response.ok).toBe(true)
}

/** A workflow of a trigger and one task; ${t} is the event. */
const workflowOf = (trigger: string, action: string, parameters: unknown) => {
  const { trigger: node, ...rest } = parseWorkflow(pipedrive, {
    label: `On ${trigger}`,
    triggers: [{ name: 't', type: `pipedrive/v1/${trigger}` }],
    tasks: [{ name: 'a', type: `pipedrive/v1/${action}`, parameters }],
  })
  if (!node) throw new TypeError('no trigger')
  return { ...rest, trigger: node }
}
const patch = (path: string, body: unknown) => ({ method: 'PATCH', path, body })

/** Workflows that are on, until nothing is under way any more. */
const turnedOn = async (...workflows: ReturnType<typeof workflowOf>[]) => {
  const { store, connection } = await connected(sandbox)
  const client = await openConnection(store, connection)
  const receiver = await openReceiver()
  const started: ActiveWorkflow[] = []
  for (const workflow of workflows)
    started.push(
      await startWorkflow({
        ...{ store, client, receiver, workflow, connectionId: connection.id },
        key: workflow.label,
        onError: error => expect(error).toBeUndefined(),
      }),
    )
  return {
    store,
    wake: () => started.forEach(one => one.wake()),
    async ended(count: number): Promise<readonly Run[]> {
      for (const end = performance.now() + 20_000; performance.now() < end;) {
        const runs = [...(await listRuns(store, { limit: 100 }))].reverse()
        const isOver = runs.every(({ state }) => state !== 'waiting' && state !== 'running')
        if (runs.length >= count && isOver) return runs
        await setTimeout(10)
      }
      throw new Error(`it does not end: ${(await listRuns(store)).map(outcome).join()}`)
    },
    async close() {
      for (const one of started) await one.close()
      await receiver.close()
      await client.close()
      store.close()
    },
  }
}
const outcome = ({ state, error }: Run) => error?.name ?? state
const ten = Array.from({ length: 10 }, () => 'done')

test('a workflow that writes what starts it is stopped, says so, and goes on by other changes', async () => {
  const longer = patch('/api/v2/deals/${t.id}', { title: '${t.title}+' })
  const { store, wake, ended, close } = await turnedOn(
    workflowOf('updatedDeal', 'customAction', longer),
  )
  await call('PATCH', '/api/v2/deals/1', { title: 'Desks' })
  const runs = await ended(11)
  expect(runs.map(outcome)).toEqual([...ten, 'Loop'])
  expect(runs.map(({ causedBy }) => causedBy)).toEqual([
    null,
    ...runs.slice(0, 10).map(({ id }) => id),
  ])
  const last = runs[10]
  expect(last?.error?.message).toContain('“On updatedDeal” starts itself')
  expect(last?.error?.hint).toContain('Change the workflow')
  await call('PATCH', '/api/v2/deals/2', { title: 'Lamps' })
  expect((await ended(22)).slice(11).map(outcome)).toEqual([...ten, 'Loop'])
  await retryRun(store, last?.id ?? 0)
  wake()
  const again = await ended(23)
  expect(again.map(outcome).slice(10)).toEqual(['done', ...ten, 'Loop', 'Loop'])
  expect((await runOf(store, last?.id ?? 0)).state).toBe('done')
  await close()
}, 30_000)

test('two workflows that start each other are stopped', async () => {
  const { ended, close } = await turnedOn(
    workflowOf('updatedDeal', 'customAction', patch('/api/v2/persons/1', { name: '${t.title}+' })),
    workflowOf('updatedPerson', 'customAction', patch('/api/v2/deals/1', { title: '${t.name}+' })),
  )
  await call('PATCH', '/api/v2/deals/1', { title: 'Desks' })
  const runs = await ended(21)
  expect(runs.map(outcome)).toEqual([...ten, ...ten, 'Loop'])
  await close()
}, 30_000)

test('a workflow that adds a record for each new one is stopped', async () => {
  const another = { deal: { title: '${t.title}+' } }
  const { ended, close } = await turnedOn(workflowOf('newDeal', 'addDeal', another))
  await call('POST', '/api/v2/deals', { title: 'Desks' })
  expect((await ended(11)).map(outcome)).toEqual([...ten, 'Loop'])
  await close()
}, 30_000)

test('changes that others make with the same token and at the same time are all run', async () => {
  const same = patch('/api/v2/deals/${t.id}', { probability: 50 })
  const { ended, close } = await turnedOn(workflowOf('updatedDeal', 'customAction', same))
  for (let at = 0; at < 15; at++) await call('PATCH', '/api/v2/deals/1', { title: `Desks ${at}` })
  const runs = await ended(16)
  expect(new Set(runs.map(outcome))).toEqual(new Set(['done']))
  expect(runs.filter(({ causedBy }) => causedBy !== null)).toHaveLength(1)
  await close()
}, 30_000)

test('a correlation id is enough, and what is told differently is another change', async () => {
  const { store, connection } = await connected(sandbox)
  const writer = await startRun(store, 'w', null, { connectionId: connection.id })
  const entry = (await openJournal(store, writer.id)).step('a', 'customAction')
  const data = { id: 1, title: 'Desks', update_time: '2026-03-02T08:15:01Z' }
  const body = { success: true, data }
  const headers = { 'x-correlation-id': 'abc' }
  await entry.write(0, {
    ...{ method: 'PATCH', path: '/api/v2/deals/1', body: { title: 'Desks' } },
    answer: { status: 200, headers, body },
  })
  const told = (meta: object, changes: object = {}) =>
    causeOf(
      store,
      { ...writer, id: writer.id + 1 },
      {
        ...{ id: 'e', occurredAt: '2026-03-02T08:15:01.250Z', previous: { title: 'Desk' } },
        data: { ...data, ...changes },
        meta: { entity: 'deal', entity_id: '1', ...meta },
      },
    )
  expect(await told({})).toBe(writer.id)
  expect(await told({}, { title: 'Lamps' })).toBeUndefined()
  expect(await told({ correlation_id: 'abc' }, { title: 'Lamps' })).toBe(writer.id)
  expect(await told({}, { update_time: '2026-03-02T08:15:05Z' })).toBeUndefined()
  expect(await told({ change_source: 'app' })).toBeUndefined()
  expect(await told({ entity_id: '2' })).toBeUndefined()
  store.close()
})
