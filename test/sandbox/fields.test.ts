import { startSandbox } from '../../sandbox/index.ts'
import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const kinds = ['deal', 'person', 'organization', 'product'] as const
const fieldsOf = (kind: string) => sandbox.all(`/api/v2/${kind}Fields?limit=500`)
const add = async (kind: string, field: object) => {
  const answer = await sandbox.post(`/api/v2/${kind}Fields`, { field_name: 'Mine', ...field })
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
  return answer.body.data
}

test.each(['deal', 'person', 'organization'])(
  '%ss have custom fields of every type',
  async kind => {
    const fields = await fieldsOf(kind)
    const types = new Set(fields.filter(one => one.is_custom_field).map(one => one.field_type))
    expect(types.size).toBe(16)
    const [first] = (await sandbox.get(`/api/v2/${kind}s?limit=1`)).body.data
    const codes = fields.filter(one => one.is_custom_field).map(one => one.field_code)
    expect(Object.keys(must(first).custom_fields)).toEqual(codes)
  },
)

test('the fields that Pipedrive brings along say what they are', async () => {
  const deal = await fieldsOf('deal')
  expect(must(deal.find(one => one.field_code === 'value'))).toMatchObject({
    field_type: 'monetary',
    description: expect.any(String),
    subfields: [
      { field_code: 'value', field_name: 'Amount of Value', field_type: 'double' },
      { field_code: 'currency', field_name: 'Currency of Value', field_type: 'varchar' },
    ],
  })
  const organization = await fieldsOf('organization')
  const address = must(organization.find(one => one.field_code === 'address'))
  expect(Reflect.get(address, 'subfields')).toHaveLength(10)
  expect(must(deal.find(one => one.field_code === 'activities_count'))).toMatchObject({
    is_optional_response_field: true,
  })
  expect((await sandbox.get('/api/v2/activityFields/outcome')).body.data.options).toHaveLength(4)
})

test.each(kinds)('a field of a %s is added, renamed, set up and deleted', async kind => {
  const added = await add(kind, { field_type: 'varchar' })
  expect(added).toMatchObject({ field_name: 'Mine', is_custom_field: true, options: null })
  expect(added.field_code).toMatch(/^[0-9a-f]{40}$/)
  const one = `/api/v2/${kind}Fields/${added.field_code}`
  const ui_visibility = { add_visible_flag: false }
  const changed = await sandbox.patch(one, { field_name: 'Näme & "co"', ui_visibility })
  expect(changed.body.data).toMatchObject({
    field_name: 'Näme & "co"',
    ui_visibility: { add_visible_flag: false, details_visible_flag: true },
  })
  expect((await sandbox.get(one)).body.data.field_code).toBe(added.field_code)
  expect((await sandbox.remove(one)).body.data.field_code).toBe(added.field_code)
  expect((await sandbox.get(one)).status).toBe(404)
  expect((await sandbox.patch(one, { field_name: 'Back' })).status).toBe(404)
})

test.each<[string, object]>([
  ['no name', { field_name: '', field_type: 'text' }],
  ['a name too long', { field_name: 'x'.repeat(256), field_type: 'text' }],
  ['a type that none has', { field_type: 'stage' }],
  ['options where none are', { field_type: 'text', options: [{ label: 'a' }] }],
  ['no options where some are needed', { field_type: 'enum' }],
  ['a blank option', { field_type: 'set', options: [{ label: ' ' }] }],
  ['a stage that is not there', { field_type: 'text', important_fields: { stage_ids: [99] } }],
  ['an unknown member', { field_type: 'text', key: 'x' }],
])('a field with %s is refused', async (_, field) => {
  const answer = await sandbox.post('/api/v2/dealFields', { field_name: 'Mine', ...field })
  expect([answer.status, answer.body.code]).toEqual([400, 'ERR_SCHEMA_VALIDATION_FAILED'])
})

test('what Pipedrive brings along stays as it is', async () => {
  expect((await sandbox.patch('/api/v2/dealFields/title', { field_name: 'x' })).status).toBe(400)
  expect((await sandbox.remove('/api/v2/dealFields/title')).status).toBe(400)
  expect((await sandbox.patch('/api/v2/dealFields/title', {})).status).toBe(400)
  const options = '/api/v2/dealFields/status/options'
  expect((await sandbox.post(options, [{ label: 'Stuck' }])).status).toBe(400)
})

test('options are added, renamed and deleted, all of them or none', async () => {
  const options = [{ label: 'A' }, { label: 'B' }]
  const { field_code, options: given } = await add('deal', { field_type: 'set', options })
  const [a, b] = [must(given[0]), must(given[1])]
  const path = `/api/v2/dealFields/${field_code}/options`
  const labels = async () => {
    const { body } = await sandbox.get(`/api/v2/dealFields/${field_code}`)
    return body.data.options.map(({ label }) => label)
  }
  const added = (await sandbox.post(path, [{ label: 'C' }, { label: '🦊' }])).body
  expect(added).toEqual({ success: true, data: expect.any(Array), additional_data: null })
  expect(await labels()).toEqual(['A', 'B', 'C', '🦊'])
  expect((await sandbox.patch(path, [{ id: a.id, label: 'Ä' }])).body.data).toEqual([
    { id: a.id, label: 'Ä' },
  ])
  const half = [
    { id: b.id, label: 'half' },
    { id: 1, label: 'no' },
  ]
  expect((await sandbox.patch(path, half)).status).toBe(400)
  expect((await sandbox.call('DELETE', path, [{ id: b.id }, { id: 1 }])).status).toBe(400)
  expect(await labels()).toEqual(['Ä', 'B', 'C', '🦊'])

  const deal = { title: 'x', custom_fields: { [field_code]: [a.id, b.id] } }
  const { data } = (await sandbox.post('/api/v2/deals', deal)).body
  expect((await sandbox.call('DELETE', path, [{ id: b.id }])).body.data).toEqual([
    { id: b.id, label: 'B' },
  ])
  const shown = async () =>
    (await sandbox.get(`/api/v2/deals/${data.id}`)).body.data.custom_fields[field_code]
  expect(await shown()).toEqual([a.id])
  await sandbox.call('DELETE', path, [{ id: a.id }])
  expect(await shown()).toBeNull()
  expect((await sandbox.post('/api/v2/deals', deal)).status).toBe(400)
  const [next] = (await sandbox.post(path, [{ label: 'New' }])).body.data
  expect(must(next).id).toBeGreaterThan(b.id)
})

test('labels are options too', async () => {
  const path = '/api/v2/personFields/label/options'
  const [label] = (await sandbox.post(path, [{ label: 'Press' }])).body.data
  const person = { name: 'Jo', label_ids: [must(label).id] }
  const { data } = (await sandbox.post('/api/v2/persons', person)).body
  const shown = await sandbox.get(`/api/v2/persons/${data.id}?include_labels=true`)
  expect(shown.body.data.labels).toEqual([{ id: must(label).id, label: 'Press' }])
})

test('v1 adds, changes and deletes the same fields, by their ids', async () => {
  const options = [{ label: 'A' }, { label: 'B' }]
  const field = { name: 'Old way', field_type: 'enum', options }
  const { data } = (await sandbox.post('/v1/dealFields', field)).body
  expect(data).toMatchObject({ name: 'Old way', edit_flag: true, active_flag: true })
  const [a] = data.options
  const one = `/v1/dealFields/${data.id}`
  const change = { name: 'New way', options: [{ id: must(a).id, label: 'Ä' }, { label: 'C' }] }
  const after = (await sandbox.call('PUT', one, change)).body.data
  expect(after.options.map(({ label }) => label)).toEqual(['Ä', 'C'])
  const same = (await fieldsOf('deal')).find(({ field_code }) => field_code === data.key)
  expect(same).toMatchObject({ field_name: 'New way', options: after.options })
  const lead = (await sandbox.get('/v1/leadFields?limit=500')).body.data
  expect(lead.find(({ key }) => key === data.key)?.name).toBe('New way')
  const other = (await sandbox.post('/v1/dealFields', { name: 'x', field_type: 'text' })).body.data
  const ids = `${data.id},${other.id}`
  expect((await sandbox.remove(`/v1/dealFields?ids=${ids},1`)).status).toBe(404)
  expect((await sandbox.remove(`/v1/dealFields?ids=${ids}`)).body.data).toEqual({
    id: [data.id, other.id],
  })
  expect((await sandbox.get(one)).status).toBe(404)
})

test('fields by the hundred come in pages', async () => {
  const { url, accessToken, close } = await startSandbox({ scale: 10, dealFields: 501 })
  const headers = { authorization: `Bearer ${accessToken}` }
  const get = async (path: string) => (await (await fetch(url + path, { headers })).json()) as Page
  const first = await get('/api/v2/dealFields?limit=500')
  const second = await get(
    `/api/v2/dealFields?limit=500&cursor=${first.additional_data.next_cursor}`,
  )
  const all = [...first.data, ...second.data].filter(one => one.is_custom_field)
  expect(new Set(all.map(one => one.field_code)).size).toBe(501)
  expect((await get('/v1/leadFields?start=500')).data).toHaveLength(2)
  await close()
})
interface Page {
  readonly data: readonly { readonly is_custom_field: boolean; readonly field_code: string }[]
  readonly additional_data: { readonly next_cursor: string }
}
