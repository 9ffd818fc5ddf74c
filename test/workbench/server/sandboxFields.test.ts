import type { CustomFieldView, SandboxPage } from '../../../workbench/api/index.ts'
import { until, useBench, type Failure } from './support.ts'

const shared = useBench()

const kinds = ['deal', 'person', 'organization'] as const
const fieldsOf = (kind: string) =>
  shared().get<readonly CustomFieldView[]>(`/api/sandbox/fields/${kind}`)
const named = async (kind: string, name: string) =>
  (await fieldsOf(kind)).find(field => field.name === name)

test.each(kinds)('the custom fields of a %s are listed, with types and options', async kind => {
  const fields = await fieldsOf(kind)
  expect(new Set(fields.map(({ type }) => type)).size).toBe(16)
  for (const { key, type, options } of fields) {
    expect(key).toMatch(/^[0-9a-f]{40}$/)
    expect(options !== undefined).toBe(type === 'enum' || type === 'set')
  }
})

test.each(kinds)('one of a %s is made, changed and deleted, and tabs hear of it', async kind => {
  const heard = await shared().live()
  const path = `/api/sandbox/fields/${kind}`
  const made = await shared().call<CustomFieldView>('POST', path, {
    name: ' Größe [cm] ',
    type: 'enum',
    options: [{ label: 'S' }, { label: 'M' }],
  })
  expect(made).toMatchObject({ status: 201, body: { name: 'Größe [cm]', type: 'enum' } })
  const { id, key, options = [] } = made.body
  const [small] = options
  const changed = await shared().call<CustomFieldView>('PUT', `${path}/${id}`, {
    name: '__proto__',
    options: [{ id: small?.id, label: 'Small' }, { label: 'XL' }],
  })
  expect(changed).toMatchObject({ status: 200, body: { id, key, name: '__proto__' } })
  expect(await named(kind, '__proto__')).toEqual(changed.body)
  expect(changed.body.options?.map(({ label }) => label)).toEqual(['Small', 'XL'])
  expect(changed.body.options?.[0]?.id).toBe(small?.id)
  expect((await shared().call('DELETE', `${path}/${id}`)).status).toBe(204)
  expect(await named(kind, '__proto__')).toBeUndefined()
  await until(() => heard.filter(line => line.type === 'sandbox' && line.kind === 'settings')[2])
})

test.each<[string, object, string]>([
  ['no name', { name: ' ', type: 'text' }, 'name'],
  ['a type that none has', { name: 'x', type: 'stage' }, 'type'],
  ['a choice without options', { name: 'x', type: 'set', options: [] }, 'options'],
  [
    'an option without a label',
    { name: 'x', type: 'enum', options: [{ label: ' ' }] },
    'options[0].label',
  ],
  [
    'two options of one label',
    { name: 'x', type: 'enum', options: [{ label: 'A' }, { label: 'a ' }] },
    'options[1].label',
  ],
  ['options of a text', { name: 'x', type: 'text', options: [{ label: 'A' }] }, 'options'],
])('a field with %s is refused, by the place in the form', async (_, field, path) => {
  const before = await fieldsOf('deal')
  const { status, body } = await shared().call<Failure>('POST', '/api/sandbox/fields/deal', field)
  expect([status, body.error.path]).toEqual([400, path])
  expect(await fieldsOf('deal')).toEqual(before)
})

test('what is not there is not found', async () => {
  const one = '/api/sandbox/fields/deal/999999'
  expect((await shared().call('PUT', one, { name: 'x' })).status).toBe(404)
  expect((await shared().call('DELETE', one)).status).toBe(404)
  expect((await shared().call('GET', '/api/sandbox/fields/note')).status).toBe(404)
  expect((await shared().get<SandboxPage>('/api/sandbox/deals')).rows).toHaveLength(50)
})
