import { useSandbox } from './harness.ts'

const sandbox = useSandbox()
const many = Array.from({ length: 101 }, (_, index) => index + 1).join(',')
const keys = Array.from({ length: 16 }, (_, index) => `key${index}`).join(',')

test.each([
  '/api/v2/deals?limit=501',
  '/api/v2/deals?limit=0',
  '/api/v2/deals?limit=ten',
  '/api/v2/deals?nonsense=1',
  '/api/v2/deals?user_id=1',
  '/api/v2/deals?start=100',
  '/api/v2/deals?sort=title%20ASC',
  '/api/v2/deals?owner_id=abc',
  '/api/v2/deals?owner_id=1.5',
  '/api/v2/deals?owner_id=1&owner_id=2',
  '/api/v2/deals?status=all_not_deleted',
  '/api/v2/deals?status=open,nope',
  `/api/v2/deals?ids=${many}`,
  '/api/v2/deals?ids=1,x',
  '/api/v2/deals?sort_by=title',
  '/api/v2/deals?sort_direction=up',
  '/api/v2/deals?updated_since=2025-01-01T10:20:00.123Z',
  '/api/v2/deals?updated_since=2025-02-30T10:20:00Z',
  '/api/v2/deals?updated_since=2025-01-01',
  '/api/v2/deals?include_fields=cc_email',
  '/api/v2/deals?include_labels=maybe',
  `/api/v2/deals?custom_fields=${keys}`,
  '/api/v2/deals?cursor=garbage',
  '/api/v2/deals/archived?include_labels=true',
  '/api/v2/persons?first_char=A',
  '/api/v2/activities?custom_fields=a',
  '/api/v2/deals/search',
  '/api/v2/deals/search?term=a',
  '/api/v2/deals/search?term=abc&fields=name',
  '/api/v2/deals/search?term=abc&status=open,won',
  '/api/v2/itemSearch?term=abc&limit=101',
  '/api/v2/itemSearch/field?term=abc&field=name',
  '/v1/leads?archived_status=all',
  '/v1/leads/archived?updated_since=2025-01-01T00:00:00Z',
  '/v1/filters?type=deal',
])('%s is refused', async path => {
  const { status, body } = await sandbox.get(path)
  expect(status).toBe(400)
  expect(body).toMatchObject({
    success: false,
    code: 'ERR_SCHEMA_VALIDATION_FAILED',
    error: expect.stringMatching(/^Validation failed: /),
    error_info: expect.any(String),
    data: null,
    additional_data: null,
  })
})

test.each<[string, unknown]>([
  ['/api/v2/deals', {}],
  ['/api/v2/deals', { title: '' }],
  ['/api/v2/deals', { title: 5 }],
  ['/api/v2/deals', { title: 'x', value: '99.5' }],
  ['/api/v2/deals', { title: 'x', owner_id: '12415231' }],
  ['/api/v2/deals', { title: 'x', owner_id: 1.5 }],
  ['/api/v2/deals', { title: 'x', user_id: 12415231 }],
  ['/api/v2/deals', { title: 'x', label: 1 }],
  ['/api/v2/deals', { title: 'x', add_time: '2025-01-01T00:00:00Z' }],
  ['/api/v2/deals', { title: 'x', status: 'deleted' }],
  ['/api/v2/deals', { title: 'x', visible_to: '3' }],
  ['/api/v2/deals', { title: 'x', visible_to: 2 }],
  ['/api/v2/deals', { title: 'x', expected_close_date: '2025-02-30' }],
  ['/api/v2/deals', { title: 'x', expected_close_date: null }],
  ['/api/v2/deals', { title: 'x', probability: 101 }],
  ['/api/v2/deals', { title: 'x', custom_fields: { nope: 1 } }],
  ['/api/v2/deals', { title: 'x', ['a'.repeat(40)]: 1 }],
  ['/api/v2/deals', []],
  ['/api/v2/deals', null],
  ['/api/v2/persons', {}],
  ['/api/v2/persons', { name: 'x', email: ['a@b.example'] }],
  ['/api/v2/persons', { name: 'x', emails: ['a@b.example'] }],
  ['/api/v2/persons', { name: 'x', emails: [{ label: 'work' }] }],
  [
    '/api/v2/persons',
    {
      name: 'x',
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: true },
      ],
    },
  ],
  ['/api/v2/organizations', { name: 'x', address: 'Tallinn' }],
  ['/api/v2/organizations', { name: 'x', employee_count: '5' }],
  ['/api/v2/activities', { subject: 'x', user_id: 1 }],
  ['/api/v2/activities', { subject: 'x', due_date: 'tomorrow' }],
  ['/api/v1/leads', { title: 'x', person_id: 1, archive: true }],
  ['/api/v1/leads', { person_id: 1 }],
  ['/api/v1/leads', { title: 'x', person_id: 1, value: { amount: 5 } }],
  ['/api/v1/leads', { title: 'x', person_id: 1, visible_to: 3 }],
  ['/api/v1/leads', { title: 'x', person_id: 1, ['b'.repeat(40)]: 1 }],
])('POST %s %j is refused', async (path, body) => {
  const answer = await sandbox.post(path, body === null ? 'null' : body)
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({
    success: false,
    code: 'ERR_SCHEMA_VALIDATION_FAILED',
    data: null,
  })
})

test('the message names the member that is wrong', async () => {
  const { body } = await sandbox.post('/api/v2/persons', { name: 'x', emails: [{ value: 5 }] })
  expect(body.error).toBe('Validation failed: emails/0/value must be string')
})

test.each([
  [{ title: 'x', is_deleted: true }, 'is_deleted must not be true'],
  [{ title: 'x', won_time: '2025-01-01T00:00:00Z' }, 'won_time can only be set'],
])('POST deal %j is refused', async (body, message) => {
  const answer = await sandbox.post('/api/v2/deals', body)
  expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(message)])
})

test('contact sync and Campaigns fields are forbidden', async () => {
  for (const more of [
    { job_title: 'Boss' },
    { birthday: '2000-01-01' },
    { marketing_status: 'subscribed' },
  ])
    expect((await sandbox.post('/api/v2/persons', { name: 'x', ...more })).status).toBe(403)
})

test('a person may be moved to another organization, and not to none', async () => {
  const refused = await sandbox.patch('/api/v2/persons/1', { org_id: null })
  expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('org_id') } })
  const moved = await sandbox.patch('/api/v2/persons/1', { org_id: 2 })
  expect(moved.body.data.org_id).toBe(2)
})
