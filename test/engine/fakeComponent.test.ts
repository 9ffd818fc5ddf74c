import { inputSchema, toManifest } from '../../definitions/index.ts'
import {
  hydrateEvent,
  drive,
  findAction,
  findTrigger,
  loadOptions,
  parseWorkflow,
  runStep,
  runStepSync,
  runWorkflow,
  streamRows,
} from '../../engine/index.ts'
import { failure, success } from '../runtime/support.ts'
import { fake } from './fakeComponent.ts'
import { fakeHost } from './fakeHost.ts'

const api = () =>
  fakeHost(fake, ({ method, path, query, body }) => {
    if (path === '/colours') return { body: 'red blue' }
    if (method === 'POST') return { body: { id: 7, ...Object(body) } }
    if (path !== '/notes') return { body: { id: 7, text: path } }
    if (query?.['cursor'] === 'b') return { body: { note: { id: 2, text: 'b' } } }
    return { body: { note: { id: 1, text: 'a' }, next: 'b' } }
  })

test('a form is drawn from a component that is not Pipedrive’s', () => {
  const manifest = toManifest(fake)
  expect(manifest.actions.map(({ name }) => name)).toEqual(['addNote', 'getNotes'])
  const [addNote] = manifest.actions
  expect(inputSchema(addNote ?? { properties: [] }, 'run')).toMatchObject({ required: ['text'] })
})

test('its steps run, and wrong input is refused before anything is sent', async () => {
  const { client, clientSync, at } = api()
  const action = findAction(fake, 'addNote')
  expect(failure(await runStep(action, { txt: 'Milk' }, { client })).message).toContain('text')
  expect(at).toEqual([])
  const outputs = { earlier: { what: 'Milk' } }
  const input = { text: '${earlier.what}' }
  for (const result of [
    await runStep(action, input, { client, outputs }),
    runStepSync(action, input, { client: clientSync, outputs }),
  ])
    expect(success(result)).toMatchObject({ output: { id: 7, text: 'Milk' }, tokenCost: 5 })
})

test('its lists, live choices and workflows work', async () => {
  const { client } = api()
  const rows: unknown[] = []
  for await (const row of streamRows(findAction(fake, 'getNotes'), {}, { client })) rows.push(row)
  expect(rows).toEqual([
    { id: 1, text: 'a' },
    { id: 2, text: 'b' },
  ])
  const choices = await loadOptions(
    findAction(fake, 'addNote'),
    'colour',
    { input: {} },
    { client },
  )
  expect(choices).toMatchObject({ options: [{ label: 'RED', value: 'red' }, { label: 'BLUE' }] })
  const workflow = parseWorkflow(fake, {
    triggers: [{ name: 'trigger_1', type: 'fake/v1/noteAdded' }],
    tasks: [{ name: 'add', type: 'fake/v1/addNote', parameters: { text: '${trigger_1.text}' } }],
  })
  const { steps } = await runWorkflow(workflow, { id: 1, text: 'Milk' }, { client })
  expect(steps.map(({ result }) => success(result).output)).toEqual([{ id: 7, text: 'Milk' }])
})

test('its trigger is enabled, takes a delivery and completes its event', async () => {
  const { client } = api()
  const trigger = findTrigger(fake, 'noteAdded')
  const endpoint = { webhookUrl: 'https://host.test/', user: 'a', password: 'b' }
  const send = client.sender({ onRequest: () => {} })
  const kept = await drive(trigger.webhookEnable(endpoint), send)
  const event = trigger.webhookRequest({ headers: {}, body: { id: 7 } }, kept)
  if (!event) throw new TypeError('no event')
  const completed = await hydrateEvent(trigger, event, { client })
  expect(success(completed).output).toEqual({ id: 7, text: '/notes/7' })
})

test('its rate limit is kept', async () => {
  const { client, at } = api()
  const action = findAction(fake, 'addNote')
  for (let index = 0; index < 7; index++) success(await runStep(action, { text: 'x' }, { client }))
  for (const sent of at)
    expect(at.filter(other => other > sent - 1_000 && other <= sent).length).toBeLessThanOrEqual(3)
  expect(at.at(-1)).toBeLessThan(2_200)
})
