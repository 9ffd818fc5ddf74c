import type { CustomFieldView, OptionsView, PropertiesView } from '../../../workbench/api/index.ts'
import { useAccount } from './account.ts'
import { useBench, type Failure } from './support.ts'

const bench = useBench()
const account = useAccount()

const ask = async (more: object = {}) => {
  const { id: connectionId } = await bench().connection()
  const question = { connectionId, operation: 'addDeal', path: 'deal.custom_fields', ...more }
  return bench().call<PropertiesView & Failure>('POST', '/api/properties', question)
}
const labels = async () => (await ask()).body.properties.map(({ label }) => label)

test('the members of a group are the account’s own fields, by key', async () => {
  const { body } = await ask()
  expect(body.properties).toHaveLength(16)
  const budget = body.properties.find(({ label }) => label === 'Budget')
  expect(budget?.name).toMatch(/^[0-9a-f]{40}$/)
  expect(budget?.properties?.map(({ label }) => label)).toEqual(['Amount', 'Currency'])
  const { id: connectionId } = await bench().connection()
  const currencies = await bench().call<OptionsView>('POST', '/api/options', {
    ...{ connectionId, operation: 'addDeal', input: {} },
    path: `deal.custom_fields.${budget?.name}.currency`,
  })
  expect(currencies.body.options.length).toBeGreaterThan(5)
})

test('a field of the sandbox is there as soon as it has been made, and gone when it is deleted', async () => {
  await labels()
  const path = '/api/sandbox/fields/deal'
  const field = { name: 'constructor', type: 'text' }
  const { body } = await bench().call<CustomFieldView>('POST', path, field)
  expect(await labels()).toContain('constructor')
  await bench().call('DELETE', `${path}/${body.id}`)
  expect(await labels()).not.toContain('constructor')
})

test('a property that is not dynamic is an error that names those that are', async () => {
  const { status, body } = await ask({ path: 'deal.title' })
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    path: 'deal.title',
    hint: expect.stringContaining('deal.custom_fields'),
  })
})

test('an error of the account is no account without fields', async () => {
  await account.start()
  const connectionId = await account.adopt(bench())
  await account.fault({ kind: 'status', status: 403, path: '/api/v2/dealFields' })
  const { status, body } = await ask({ connectionId })
  expect([status, body.error.name]).toEqual([502, 'ApiError'])
})
