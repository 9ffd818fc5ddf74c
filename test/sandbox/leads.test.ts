import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const add = (lead: object) => sandbox.post('/api/v1/leads', { title: 'Lead', ...lead })

test('add, get, change, delete', async () => {
  const added = await add({ person_id: 1, value: { amount: 9.99, currency: 'EUR' } })
  expect(added.status).toBe(201)
  expect(added.body.data).toMatchObject({
    title: 'Lead',
    person_id: 1,
    organization_id: null,
    value: { amount: 9.99, currency: 'EUR' },
    origin: 'API',
    visible_to: '3',
    is_archived: false,
  })
  const one = `/v1/leads/${added.body.data.id}`
  expect((await sandbox.get(one)).body.data).toEqual(added.body.data)
  const changed = await sandbox.patch(one, { person_id: null, organization_id: 2, value: null })
  expect(changed.body.data).toMatchObject({ person_id: null, organization_id: 2, value: null })
  expect((await sandbox.remove(one)).body).toEqual({
    success: true,
    data: { id: added.body.data.id },
  })
  const gone = await sandbox.get(one)
  expect([gone.status, gone.body.error, gone.body.error_info]).toEqual([
    404,
    'requested lead not found',
    'Object was not found.',
  ])
  expect((await sandbox.remove(one)).status).toBe(404)
})

test('a lead needs a person or an organization, and existing ones', async () => {
  expect((await add({})).status).toBe(400)
  expect((await add({ person_id: 999_999 })).status).toBe(400)
  expect(
    (await add({ organization_id: 1, label_ids: ['f08b42a0-4e75-11ea-9643-03698ef1cfd6'] })).status,
  ).toBe(400)
  expect((await add({ organization_id: 1 })).status).toBe(201)
})

test('archived leads are listed apart and can not be edited', async () => {
  const { body } = await add({ person_id: 2 })
  const one = `/v1/leads/${body.data.id}`
  await sandbox.patch(one, { is_archived: true })
  const has = async (path: string) =>
    (await sandbox.get(`${path}?person_id=2&limit=500`)).body.data.some(
      lead => lead.id === body.data.id,
    )
  expect([await has('/v1/leads'), await has('/v1/leads/archived')]).toEqual([false, true])
  expect((await sandbox.patch(one, { title: 'New' })).status).toBe(400)
  expect((await sandbox.patch(one, { is_archived: false })).body.data.is_archived).toBe(false)
})

test('sorting by several fields', async () => {
  const { body } = await sandbox.get('/v1/leads?limit=500&sort=owner_id%20DESC,title%20ASC')
  const keys = body.data.map(lead => ({ owner: lead.owner_id, title: lead.title }))
  const sorted = [...keys].sort((a, b) => b.owner - a.owner || (a.title < b.title ? -1 : 1))
  expect(keys).toEqual(sorted)
  expect((await sandbox.get('/v1/leads?sort=nope')).status).toBe(400)
  expect((await sandbox.get('/v1/leads?sort=title%20UP')).status).toBe(400)
})

test('filters win over the other parameters', async () => {
  const { body } = await sandbox.get('/v1/leads?limit=500&filter_id=5&person_id=999')
  expect(body.data.length).toBeGreaterThan(0)
  expect(body.data.every(lead => lead.organization_id === null)).toBe(true)
})

test('custom fields are those of deals, flat, and only where set', async () => {
  const { body } = await sandbox.get('/api/v2/dealFields?limit=500')
  const code = (type: string) =>
    must(body.data.find(field => field.is_custom_field && field.field_type === type)).field_code
  const lead = (
    await add({
      person_id: 1,
      [code('varchar')]: 'text',
      [code('monetary')]: 5.5,
      [`${code('monetary')}_currency`]: 'USD',
    })
  ).body.data
  expect(lead).toMatchObject({
    [code('varchar')]: 'text',
    [code('monetary')]: 5.5,
    [`${code('monetary')}_currency`]: 'USD',
  })
  expect(lead).not.toHaveProperty(code('double'))
  const one = `/v1/leads/${lead.id}`
  expect((await sandbox.patch(one, { [code('varchar')]: null })).body.data).not.toHaveProperty(
    code('varchar'),
  )
})
