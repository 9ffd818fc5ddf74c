import type { OptionsView } from '../../../workbench/api/index.ts'
import { useAccount } from './account.ts'
import { useBench, type Bench, type Failure } from './support.ts'

const shared = useBench()
const account = useAccount()

const ask = async (bench: Bench, more: object) => {
  const { id: connectionId } = await bench.connection()
  const question = { connectionId, operation: 'addDeal', input: {}, ...more }
  return bench.call<OptionsView & Failure>('POST', '/api/options', question)
}

test('a live list follows the form, and a reference counts as not filled in', async () => {
  const bench = shared()
  const path = 'deal.stage_id'
  const all = await ask(bench, { path })
  const some = await ask(bench, { path, input: { deal: { pipeline_id: 2 } } })
  const unknown = await ask(bench, { path, input: { deal: { pipeline_id: '${trigger_1.x}' } } })
  expect(all.body.options).toHaveLength(11)
  expect(some.body.options).toHaveLength(6)
  expect(unknown.body).toEqual(all.body)
})

test('a live list is searched, goes on, and knows the label of one value', async () => {
  const bench = shared()
  const path = 'deal.person_id'
  const first = await ask(bench, { path })
  expect(first.body.options).toHaveLength(100)
  const second = await ask(bench, { path, cursor: first.body.next })
  expect(second.body.options).toHaveLength(100)
  expect(second.body.options).not.toContainEqual(first.body.options[0])
  const found = await ask(bench, { path, search: 'anna' })
  expect(found.body.options.length).toBeGreaterThan(0)
  for (const { label } of found.body.options) expect(label.toLowerCase()).toContain('anna')
  const [one] = found.body.options
  expect((await ask(bench, { path, value: one?.value })).body.options).toEqual([one])
})

test('a list that is not there is an error that names the ones there are', async () => {
  const { status, body } = await ask(shared(), { path: 'deal.title' })
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    path: 'deal.title',
    hint: expect.stringContaining('deal.stage_id'),
  })
})

test('an error of the account is no empty list', async () => {
  const bench = shared()
  await account.start()
  const connectionId = await account.adopt(bench)
  await account.fault({ kind: 'status', status: 403, path: '/api/v2/pipelines' })
  const { status, body } = await ask(bench, { path: 'deal.pipeline_id', connectionId })
  expect(status).toBe(502)
  expect(body.error.name).toBe('ApiError')
})
