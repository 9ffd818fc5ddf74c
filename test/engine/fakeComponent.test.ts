import { setTimeout } from 'node:timers/promises'
import { inputSchema, toManifest } from '../../definitions/index.ts'
import {
  findAction,
  loadOptions,
  parseWorkflow,
  runStep,
  runStepSync,
  streamRows,
  type Signal,
} from '../../engine/index.ts'
import { saveConnection } from '../../runtime/connections/index.ts'
import { listRuns, openStore, runOf } from '../../runtime/store/index.ts'
import { openReceiver, startWorkflow } from '../../runtime/webhooks/index.ts'
import { newFolder } from '../folder.ts'
import { failure, success } from '../runtime/support.ts'
import { fake } from './fakeComponent.ts'
import { fakeHost } from './fakeHost.ts'

const api = () =>
  fakeHost(fake, ({ method, query, body }) => {
    if (method === 'POST') return { body: { id: 7, text: '', ...Object(body) } }
    if (query?.['id']) return { body: { id: Number(query['id']), text: 'Bread' } }
    return { body: query?.['cursor'] === 'b' ? { id: 2, text: '' } : { id: 1, text: 'b' } }
  })
const addNote = findAction(fake, 'addNote')

test('a form is drawn from a component that is not Pipedrive’s', () => {
  const { actions } = toManifest(fake)
  expect(actions.map(({ name }) => name)).toEqual(['addNote', 'getNotes'])
  expect(actions.map(({ metadata }) => metadata.list?.rows)).toEqual([undefined, 'rows'])
  expect(inputSchema(actions[0] ?? { properties: [] }, 'run')).toMatchObject({ required: ['text'] })
})

test('its steps run, and wrong input is refused before anything is sent', async () => {
  const { client, clientSync, at } = api()
  expect(failure(await runStep(addNote, { txt: 'Milk' }, { client })).message).toContain('text')
  expect(at).toEqual([])
  const outputs = { earlier: { what: 'Milk' } }
  const input = { text: '${earlier.what}' }
  for (const result of [
    await runStep(addNote, input, { client, outputs }),
    runStepSync(addNote, input, { client: clientSync, outputs }),
  ])
    expect(success(result)).toMatchObject({ output: { id: 7, text: 'Milk' }, tokenCost: 1 })
})

test('its lists and live choices are read', async () => {
  const { client } = api()
  const rows: unknown[] = []
  for await (const row of streamRows(findAction(fake, 'getNotes'), {}, { client })) rows.push(row)
  expect(rows).toEqual([
    { id: 1, text: 'b' },
    { id: 2, text: '' },
  ])
  const choices = await loadOptions(addNote, 'colour', { input: {} }, { client })
  expect(choices).toMatchObject({ options: [{ label: 'Red', value: 'red' }] })
})

test('its rate limit is kept', async () => {
  const { client, at } = api()
  for (let index = 0; index < 7; index++) success(await runStep(addNote, { text: 'x' }, { client }))
  for (const sent of at)
    expect(at.filter(other => other > sent - 1_000 && other <= sent).length).toBeLessThanOrEqual(3)
  expect(at.at(-1)).toBeLessThan(2_200)
})

const pause = (milliseconds: number, signal?: Signal) =>
  setTimeout(milliseconds, undefined, signal instanceof AbortSignal ? { signal } : {})

test('its workflow starts, takes a delivery into the store, and writes what it did there', async () => {
  const { trigger, ...rest } = parseWorkflow(fake, {
    triggers: [{ name: 'trigger_1', type: 'fake/v1/noteAdded' }],
    tasks: [{ name: 'add', type: 'fake/v1/addNote', parameters: { text: '${trigger_1.text}' } }],
  })
  if (!trigger) throw new TypeError('no trigger')
  const store = await openStore({ component: fake, folder: newFolder() })
  const app = { clientId: 'c', clientSecret: 's', redirectUri: 'http://127.0.0.1/' }
  const tokens = { accessToken: 'a', refreshToken: 'r', apiDomain: 'https://fake.test' }
  const reply = { ...tokens, expiresIn: 3_600_000, scopes: [] }
  const { id: connectionId } = await saveConnection(store, 'main', app, reply, 'Fake')
  const receiver = await openReceiver()
  const started = await startWorkflow({
    ...{ store, receiver, key: 'w', connectionId, workflow: { ...rest, trigger } },
    // The clock of the made-up API moves at each pause, and a run has a timeout.
    client: { ...api().client, sleep: pause, close: async () => {} },
    onError: error => expect(error).toBeUndefined(),
  })
  const deliver = async (headers: Record<string, string>) =>
    (await fetch(started.webhookUrl, { method: 'POST', headers, body: '{"id":5}' })).status
  expect([await deliver({}), await deliver({ 'x-note': 'yes' })]).toEqual([401, 200])
  while ((await listRuns(store, { states: ['done'] })).length === 0) await setTimeout(5)
  const [run] = await listRuns(store)
  const { steps } = await runOf(store, run?.id ?? 0)
  expect(steps.map(({ output }) => output)).toEqual([
    { id: 5, text: 'Bread' },
    { id: 7, text: 'Bread' },
  ])
  await started.close()
  await receiver.close()
  store.close()
})
