import { InputError } from '../../definitions/index.ts'
import { pipedrive } from '../../component/index.ts'
import { readFile } from 'node:fs/promises'
import { parseWorkflow, runWorkflow } from '../../engine/index.ts'
import { failure, openBench, pick, success, type Bench } from './support.ts'
import { removeFaults } from '../faults.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const example = async (): Promise<unknown> =>
  JSON.parse(await readFile('docs/examples/new-deal.json', 'utf8'))
const task = (operation: string, parameters: unknown, name = `${operation}_1`) => ({
  name,
  type: `pipedrive/v1/${operation}`,
  parameters,
})
const leads = async () => (await bench.rows('getLeads')).length

test('the example makes one lead for the person of the deal', async () => {
  const before = await leads()
  const [person] = await bench.rows('getPersons', { limit: 1 })
  const event = { title: 'Desks', person_id: pick(person, 'id') }
  const { client } = bench
  const { steps, failed, written } = await runWorkflow(
    parseWorkflow(pipedrive, await example()),
    event,
    {
      client,
    },
  )
  expect(failed).toBeUndefined()
  const [, added] = steps
  if (!added) throw new TypeError('the lead was not added')
  const lead = pick(success(added.result).output, 'body', 'data')
  expect(pick(lead, 'title')).toBe('Follow up Desks')
  expect(pick(lead, 'person_id')).toBe(event.person_id)
  expect(written).toEqual([
    { name: 'addLead_1', operation: 'addLead', effect: 'create', id: pick(lead, 'id') },
  ])
  expect((await leads()) - before).toBe(1)
})

test('it stops at the first error and says what was written', async () => {
  const workflow = parseWorkflow(pipedrive, {
    tasks: [
      task('addOrganization', { organization: { name: 'Acme' } }),
      task('getDealDetails', { id: 999_999 }),
      task('addPerson', { person: { name: 'Ada' } }),
    ],
  })
  const { steps, failed, written } = await runWorkflow(workflow, undefined, {
    client: bench.client,
  })
  expect(failed).toBe('getDealDetails_1')
  expect(steps.map(({ name }) => name)).toEqual(['addOrganization_1', 'getDealDetails_1'])
  const [, last] = steps
  expect(last && failure(last.result).name).toBe('ApiError')
  expect(written).toMatchObject([{ name: 'addOrganization_1', id: expect.any(Number) }])
})

test('a write without an answer is said to be unknown', async () => {
  await bench.control('faults', { kind: 'reset-after', method: 'POST', path: '/api/v2/deals' })
  const workflow = parseWorkflow(pipedrive, {
    tasks: [task('addDeal', { deal: { title: 'Desks' } })],
  })
  const result = await runWorkflow(workflow, undefined, { client: bench.client })
  expect(result).toMatchObject({ failed: 'addDeal_1', unknown: 'addDeal_1', written: [] })
  await removeFaults(bench.sandbox.url)
})

const get = task('getDealDetails', { id: 1 })
test.each<[string, unknown, string]>([
  ['a condition', { ...get, type: 'condition/v1' }, 'condition/v1 controls the flow'],
  ['another component', { ...get, type: 'slack/v1/send' }, 'slack/v1/send is of another'],
  ['an unknown action', task('getDeal', {}), 'did you mean getDeals?'],
  ['another version', { ...get, type: 'pipedrive/v2/getDeals' }, 'there is only v1'],
  ['a formula', task('getDealDetails', { id: '=1 + 1' }), 'formulas are not supported'],
  ['tasks around it', { ...get, finalize: [get] }, 'tasks around a task'],
  ['a later node', task('getDealDetails', { id: '${last.body}' }), 'has not run before'],
  ['no such node', task('getDealDetails', { id: '${none.body}' }), 'there is no none'],
  ['a name twice', { ...get, name: 'last' }, 'an earlier node is called last too'],
  ['a bad name', { ...get, name: '1st' }, 'is not a name'],
])('%s is refused by name before anything runs', async (_, node, words) => {
  const before = (await bench.calls()).length
  const json = { tasks: [node, task('getLeads', {}, 'last')] }
  expect(() => parseWorkflow(pipedrive, json)).toThrow(InputError)
  expect(() => parseWorkflow(pipedrive, json)).toThrow(words)
  expect((await bench.calls()).length).toBe(before)
})

test('a workflow with a trigger needs an event', async () => {
  const workflow = parseWorkflow(pipedrive, await example())
  await expect(runWorkflow(workflow, undefined, { client: bench.client })).rejects.toThrow(
    'event: is required',
  )
})
