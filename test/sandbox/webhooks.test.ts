import { must } from './harness.ts'
import { useWebhooks } from './webhookHarness.ts'

const { sandbox, received, subscribe } = useWebhooks()

test('a new deal: the whole envelope', async () => {
  const { data: webhook } = await subscribe({
    event_action: 'create',
    event_object: 'deal',
    http_auth_user: 'u',
    http_auth_password: 'p:ä',
  })
  const { body } = await sandbox.post('/api/v2/deals', {
    title: 'Fresh & "new"',
    value: 1.5,
    person_id: 1,
  })
  const [delivery, ...more] = await received()
  expect(more).toEqual([])
  expect(delivery?.headers.authorization).toBe(`Basic ${Buffer.from('u:p:ä').toString('base64')}`)
  expect(delivery?.headers['content-type']).toContain('application/json')
  const { data, previous, meta } = delivery?.body ?? {}
  expect(previous).toBeNull()
  expect(data).toMatchObject({
    id: body.data.id,
    title: 'Fresh & "new"',
    value: 1.5,
    person_id: 1,
    visible_to: '3',
    update_time: null,
    label_ids: [],
  })
  expect(meta).toEqual({
    action: 'create',
    entity: 'deal',
    entity_id: String(body.data.id),
    company_id: '9031557',
    correlation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    is_bulk_edit: false,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    type: 'application',
    user_id: '12415231',
    version: '2.0',
    webhook_id: String(webhook.id),
    webhook_owner_id: '12415231',
    change_source: 'api',
    permitted_user_ids: ['12415231', '12415232'],
    attempt: 1,
    host: new URL(sandbox.it.url).host,
  })
  const [listed] = (await sandbox.get('/v1/webhooks')).body.data
  expect(listed).toMatchObject({ last_http_status: 200, last_delivery_time: expect.any(String) })
})

test.each([
  ['deal', '/api/v2/deals', { title: 'a' }, { title: 'b' }, { title: 'a' }],
  [
    'person',
    '/api/v2/persons',
    { name: 'Ann A' },
    { name: 'Bea A' },
    { name: 'Ann A', first_name: 'Ann' },
  ],
  ['organization', '/api/v2/organizations', { name: 'a' }, { name: 'b' }, { name: 'a' }],
  [
    'activity',
    '/api/v2/activities',
    { subject: 'a' },
    { subject: 'b' },
    { subject: 'a', update_time: expect.any(String) },
  ],
  ['lead', '/v1/leads', { title: 'a', person_id: 1 }, { title: 'b' }, { title: 'a' }],
])(
  '%s: create, change with only the old values of what changed, delete',
  async (entity, path, add, change, previous) => {
    await subscribe({ event_object: entity })
    const { body } = await sandbox.post(path, add)
    const [created] = await received()
    await sandbox.advance(2000)
    await sandbox.patch(`${path}/${body.data.id}`, change)
    const [changed] = await received()
    await sandbox.remove(`${path}/${body.data.id}`)
    const [deleted] = await received()
    expect([
      created?.body.meta.action,
      changed?.body.meta.action,
      deleted?.body.meta.action,
    ]).toEqual(['create', 'change', 'delete'])
    expect(created?.body.meta).toMatchObject({ entity, entity_id: String(body.data.id) })
    expect(changed?.body.previous).toEqual(previous)
    expect(changed?.body.data).toMatchObject(change)
    expect(deleted?.body.data).toBeNull()
    expect(deleted?.body.previous).toEqual(changed?.body.data)
  },
)

test('custom fields say their type, and only those that changed are in previous', async () => {
  const { body: fields } = await sandbox.get('/api/v2/dealFields?limit=500')
  const field = (type: string) =>
    must(fields.data.find(one => one.is_custom_field && one.field_type === type))
  const code = (type: string) => field(type).field_code
  const custom_fields = { [code('double')]: 1 }
  const { body } = await sandbox.post('/api/v2/deals', { title: 'x', custom_fields })
  await subscribe()
  const option = field('enum').options[0]?.id
  const options = field('set').options.map(one => one.id)
  await sandbox.patch(`/api/v2/deals/${body.data.id}`, {
    custom_fields: {
      [code('enum')]: option,
      [code('set')]: options,
      [code('monetary')]: { value: 5, currency: 'EUR' },
      [code('daterange')]: { value: '2025-01-01', until: '2025-01-02' },
      [code('people')]: 1,
    },
  })
  const { data, previous } = must((await received())[0]).body
  expect(data?.custom_fields).toMatchObject({
    [code('double')]: { type: 'double', value: 1 },
    [code('enum')]: { type: 'enum', id: option },
    [code('set')]: { type: 'set', values: options.map(id => ({ id })) },
    [code('monetary')]: { type: 'monetary', value: 5, currency: 'EUR' },
    [code('daterange')]: { type: 'daterange', from: '2025-01-01', until: '2025-01-02' },
    [code('people')]: { type: 'people', id: 1 },
    [code('varchar')]: null,
  })
  const changed = ['enum', 'set', 'monetary', 'daterange', 'people'].map(type => [code(type), null])
  expect(previous).toEqual({ custom_fields: Object.fromEntries(changed) })
})

test('an activity that is changed at once says its old time too', async () => {
  await subscribe({ event_object: 'activity', event_action: 'change' })
  const { body } = await sandbox.post('/api/v2/activities', { subject: 'a' })
  const { update_time } = body.data
  await sandbox.patch(`/api/v2/activities/${body.data.id}`, { subject: 'b' })
  expect((await received()).map(one => one.body.previous)).toEqual([{ subject: 'a', update_time }])
})

test('a change of nothing is no event, another kind neither', async () => {
  await subscribe({ event_action: 'change', event_object: 'deal' })
  const { body } = await sandbox.post('/api/v2/deals', { title: 'same' })
  await sandbox.patch(`/api/v2/deals/${body.data.id}`, { title: 'same' })
  await sandbox.patch('/api/v2/persons/5', { name: 'Somebody Else' })
  expect(await received()).toEqual([])
  await sandbox.patch(`/api/v2/deals/${body.data.id}`, { stage_id: 3 })
  expect((await received()).map(one => one.body.previous)).toEqual([{ stage_id: 1 }])
})

test('merging is a delete and a change, made in the app', async () => {
  await subscribe({ event_object: 'person' })
  await sandbox.post('/_sandbox/merge', { kind: 'person', id: 31, into: 32 })
  const metas = (await received()).map(one => one.body.meta)
  expect(metas).toHaveLength(2)
  expect(metas.find(meta => meta.action === 'delete')).toMatchObject({
    entity_id: '31',
    merged_to_id: '32',
    change_source: 'app',
  })
  expect(metas.find(meta => meta.action === 'change')).toMatchObject({
    entity_id: '32',
    merged_from_id: '31',
  })
  expect((await sandbox.get('/api/v2/persons/31')).status).toBe(410)
})
