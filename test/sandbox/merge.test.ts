import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const post = async (path: string, body: object) => (await sandbox.post(path, body)).body.data
const get = async (path: string) => (await sandbox.get(path)).body.data
const merge = (path: string, from: number, into: number) =>
  sandbox.call('PUT', `/v1/${path}/${from}/merge`, { merge_with_id: into })

test('one person goes, and what was theirs is the other’s; that one’s data has priority', async () => {
  const emails = [{ value: 'from@mail.example' }]
  const from = await post('/api/v2/persons', { name: 'From', emails, label_ids: [31], org_id: 1 })
  const into = await post('/api/v2/persons', { name: 'Into', label_ids: [32] })
  const deal = await post('/api/v2/deals', { title: 'Theirs', person_id: from.id })
  const note = await post('/v1/notes', { content: 'About them', person_id: from.id })
  const { status, body } = await merge('persons', from.id, into.id)
  expect([status, body.data.id, body.data.name]).toEqual([200, into.id, 'Into'])
  expect(await get(`/api/v2/persons/${into.id}`)).toMatchObject({
    ...{ name: 'Into', org_id: 1, label_ids: [32, 31] },
    emails: [{ value: 'from@mail.example', primary: true }],
  })
  expect((await sandbox.get(`/api/v2/persons/${from.id}`)).status).toBe(410)
  expect((await get(`/api/v2/deals/${deal.id}`)).person_id).toBe(into.id)
  expect((await get(`/v1/notes/${note.id}`)).person_id).toBe(into.id)
})

test('organizations and deals likewise', async () => {
  const [from, into] = [
    await post('/api/v2/organizations', { name: 'From', website: 'https://from.example' }),
    await post('/api/v2/organizations', { name: 'Into' }),
  ]
  const lead = await post('/v1/leads', { title: 'x', organization_id: from.id })
  expect((await merge('organizations', from.id, into.id)).body.data).toEqual({ id: into.id })
  expect((await get(`/v1/leads/${lead.id}`)).organization_id).toBe(into.id)
  const [a, b] = [
    await post('/api/v2/deals', { title: 'A' }),
    await post('/api/v2/deals', { title: 'B' }),
  ]
  await post(`/api/v2/deals/${a.id}/products`, { product_id: 1, item_price: 1, quantity: 1 })
  expect((await merge('deals', a.id, b.id)).body.data).toMatchObject({ id: b.id, title: 'B' })
  expect(await get(`/api/v2/deals/${b.id}/products`)).toHaveLength(1)
})

test('what can not be merged', async () => {
  expect((await merge('deals', 1, 1)).status).toBe(400)
  expect((await merge('deals', 1, 999_999)).status).toBe(404)
  expect((await merge('persons', 999_999, 1)).status).toBe(404)
  expect((await sandbox.call('PUT', '/v1/deals/1/merge', {})).status).toBe(400)
})

describe('conversion', () => {
  const finished = async (path: string, body?: object) => {
    const { status, body: answer } = await sandbox.call('POST', `${path}`, body)
    expect(status).toBe(200)
    const [, , , kind, id] = path.split('/')
    return get(`/api/v2/${kind}/${id}/convert/status/${answer.data.conversion_id}`)
  }

  test('a lead becomes a deal with all that it had, and is gone', async () => {
    const { data: fields } = (await sandbox.get('/api/v2/dealFields?limit=500')).body
    const { field_code } = must(
      fields.find(field => field.is_custom_field && field.field_type === 'varchar'),
    )
    const value = { amount: 5.5, currency: 'USD' }
    const lead = await post('/v1/leads', {
      title: 'Lead',
      person_id: 2,
      value,
      [field_code]: 'abc',
    })
    const activity = await post('/api/v2/activities', { subject: 'x', lead_id: lead.id })
    const done = await finished(`/api/v2/leads/${lead.id}/convert/deal`, { stage_id: 8 })
    expect(done).toMatchObject({ status: 'completed', deal_id: expect.any(Number) })
    const deal = await get(`/api/v2/deals/${done.deal_id}?include_fields=source_lead_id`)
    expect(deal).toMatchObject({
      ...{ title: 'Lead', value: 5.5, currency: 'USD', person_id: 2, stage_id: 8, pipeline_id: 2 },
      ...{ source_lead_id: lead.id, custom_fields: { [field_code]: 'abc' } },
    })
    expect(await get(`/api/v2/activities/${activity.id}`)).toMatchObject({
      deal_id: deal.id,
      lead_id: null,
    })
    expect((await sandbox.get(`/v1/leads/${lead.id}`)).status).toBe(404)
    expect((await sandbox.post(`/api/v2/leads/${lead.id}/convert/deal`, {})).status).toBe(404)
  })

  test('a deal becomes a lead; without anybody it can not', async () => {
    const deal = await post('/api/v2/deals', { title: 'Deal', org_id: 2, value: 9 })
    const done = await finished(`/api/v2/deals/${deal.id}/convert/lead`)
    expect(await get(`/v1/leads/${done.lead_id}`)).toMatchObject({
      ...{ title: 'Deal', organization_id: 2, source_deal_id: deal.id },
    })
    const alone = await post('/api/v2/deals', { title: 'Alone' })
    expect((await sandbox.call('POST', `/api/v2/deals/${alone.id}/convert/lead`)).status).toBe(400)
    const other = `/api/v2/deals/1/convert/status/${done.conversion_id}`
    expect((await sandbox.get(other)).status).toBe(404)
  })
})
