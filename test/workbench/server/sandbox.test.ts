import type { SandboxField, SandboxPage, Session } from '../../../workbench/api/index.ts'
import { until, useBench, type Bench, type Failure } from './support.ts'

const shared = useBench()

type Row = Readonly<Record<string, unknown>>
const kinds = ['deals', 'persons', 'organizations', 'leads', 'activities'] as const
const page = (bench: Bench, kind: string, query = '') =>
  bench.get<SandboxPage>(`/api/sandbox/${kind}${query}`)
const field = ({ fields }: SandboxPage, key: string): SandboxField => {
  const found = fields.find(one => one.key === key)
  if (!found) throw new Error(`there is no ${key}`)
  return found
}
const isPlain = (value: unknown) => value === null || typeof value !== 'object'

test.each(kinds)('%s are listed newest first, page by page, in plain cells', async kind => {
  const bench = shared()
  const first = await page(bench, kind)
  expect(first.rows).toHaveLength(50)
  const second = await page(bench, kind, `?cursor=${encodeURIComponent(first.next ?? '')}`)
  const key = kind === 'leads' ? 'add_time' : 'id'
  const order = [...first.rows, ...second.rows].map(row => row[key])
  const ids = new Set([...first.rows, ...second.rows].map(({ id }) => id))
  expect(ids.size).toBe(100)
  expect(order).toEqual(
    [...order].sort((a, b) => (Number(a) - Number(b) || (String(a) < String(b) ? -1 : 1)) * -1),
  )
  for (const { key } of first.fields)
    for (const row of first.rows) expect(isPlain(row[key])).toBe(true)
})

test('a text is looked for in every column that is shown, to the last row', async () => {
  const bench = shared()
  const found = await page(bench, 'persons', '?search=an')
  expect(found.rows).toHaveLength(50)
  const all = new Set(found.rows.map(({ id }) => id))
  let { next } = found
  while (next !== undefined) {
    const more: SandboxPage = await page(bench, 'persons', `?search=an&cursor=${next}`)
    for (const { id } of more.rows) expect(all.size).toBe(all.add(id).size - 1)
    next = more.next
  }
  expect(all.size).toBeGreaterThan(100)
  expect((await page(bench, 'activities', '?search=nothing%20like%20this')).rows).toEqual([])
  const pilots = await page(bench, 'deals', '?search=pilot%20%C2%B7')
  expect(new Set(pilots.rows.map(row => row['stage_id']))).toEqual(new Set([8]))
})

const samples: Readonly<Record<(typeof kinds)[number], readonly [Row, Row]>> = {
  deals: [
    { title: 'Desks', value: 99.5, currency: 'USD', stage_id: 7, person_id: 1 },
    { status: 'won', value: 120 },
  ],
  persons: [
    { name: 'Ada', email: 'ada@example.com', phone: '+44 1' },
    { email: 'new@example.com', phone: null },
  ],
  organizations: [
    { name: 'Acme', address: 'Main street 1' },
    { address: null, website: 'https://a.example' },
  ],
  leads: [
    { title: 'Call', person_id: 1, value: 10, currency: 'USD' },
    { value: 12, expected_close_date: '2027-01-31' },
  ],
  activities: [
    { subject: 'Lunch', type: 'lunch', due_date: '2027-01-31', deal_id: 1 },
    { done: true, public_description: 'Bring cake' },
  ],
}

test.each(kinds)('%s are made, changed and deleted, and tabs hear of it', async kind => {
  const bench = shared()
  const heard = await bench.live()
  const [fresh, change] = samples[kind]
  const made = await bench.call<Row>('POST', `/api/sandbox/${kind}`, fresh)
  expect(made).toMatchObject({ status: 201, body: fresh })
  expect((await page(bench, kind)).rows[0]).toMatchObject({ id: made.body['id'], ...fresh })
  const path = `/api/sandbox/${kind}/${String(made.body['id'])}`
  const changed = await bench.call<Row>('PATCH', path, change)
  expect(changed).toMatchObject({ status: 200, body: { ...fresh, ...change } })
  expect((await bench.call('DELETE', path)).status).toBe(204)
  expect((await page(bench, kind)).rows[0]).not.toMatchObject({ id: made.body['id'] })
  await until(() => heard.filter(line => line.type === 'sandbox' && line.kind === kind)[2])
})

test('choices are the account’s own, and follow its records', async () => {
  const bench = shared()
  const deals = await page(bench, 'deals')
  expect(field(deals, 'stage_id').choices).toContainEqual({
    value: 7,
    label: 'First call · Partners & resellers',
  })
  expect(field(deals, 'status').choices?.map(({ value }) => value)).toEqual(['open', 'won', 'lost'])
  expect(field(deals, 'owner_id').choices).toHaveLength(3)
  expect(field(deals, 'currency').choices).toHaveLength(9)
  expect(field(deals, 'pipeline_id').editable).toBe(false)
  expect(field(deals, 'person_id').choices).toHaveLength(1200)
  const { body } = await bench.call<Row>('POST', '/api/sandbox/persons', { name: 'Zoë Newest' })
  expect(field(await page(bench, 'deals'), 'person_id').choices).toContainEqual({
    value: body['id'],
    label: 'Zoë Newest',
  })
})

test('only the first of several addresses is changed', async () => {
  const bench = shared()
  const { sandboxUrl } = await bench.get<Session>('/api/session')
  expect(sandboxUrl).toMatch(/^http:\/\/127\.0\.0\.1:/)
  const { rows } = await page(bench, 'persons', '?search=@')
  const person = rows.find(({ emails }) => Array.isArray(emails) && emails.length > 1)
  const emails = person?.['emails'] as readonly { value: string }[]
  const { body } = await bench.call<Row>(
    'PATCH',
    `/api/sandbox/persons/${String(person?.['id'])}`,
    {
      email: 'first@example.com',
    },
  )
  expect((body['emails'] as typeof emails).map(({ value }) => value)).toEqual([
    'first@example.com',
    ...emails.slice(1).map(({ value }) => value),
  ])
})

test('what the sandbox refuses, it refuses in its own words; what can’t be edited is named', async () => {
  const bench = shared()
  const refused = await bench.call<Failure>('PATCH', '/api/sandbox/deals/1', { currency: 'XXX' })
  expect(refused.status).toBe(400)
  expect(refused.body.error.message).toContain('urrency XXX is not in use')
  const key = await bench.call<Failure>('PATCH', '/api/sandbox/deals/1', { add_time: 'x' })
  expect([key.status, key.body.error.path]).toEqual([400, 'add_time'])
  expect((await bench.call('DELETE', '/api/sandbox/deals/99999')).status).toBe(404)
})

test('a change in a table fires the webhook of whoever listens', async () => {
  const bench = shared()
  const { id } = await bench.example()
  const lines = await bench.lines(`/api/workflows/${id}/test`, { node: 'trigger_1' }, line => {
    if (line.type === 'listening')
      void bench.call('POST', '/api/sandbox/deals', { title: 'By hand' })
  })
  expect(lines.at(-1)).toMatchObject({ step: { state: 'done', output: { title: 'By hand' } } })
})

test('a row that no address can name is refused as often as it is asked for', async () => {
  const bench = shared()
  for (let time = 0; time < 40; time++)
    expect((await bench.call('DELETE', '/api/sandbox/deals/a%20b')).status).toBe(400)
  expect((await page(bench, 'deals')).rows).toHaveLength(50)
})

test('another site can’t use the port of the sandbox, and nobody can give it orders', async () => {
  const bench = shared()
  const { sandboxUrl } = await bench.get<Session>('/api/session')
  const titles = async () => (await page(bench, 'deals')).rows.map(({ title }) => title)
  const before = await titles()
  for (const path of ['/_sandbox/reset', '/_sandbox/faults', '/oauth/token', '/api/v2/deals']) {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await fetch(sandboxUrl + path, { method: 'POST', headers })).status).toBe(403)
  }
  for (const path of ['health', 'usage', 'exchanges', 'deliveries', 'clock'])
    expect((await fetch(`${sandboxUrl}/_sandbox/${path}`)).status).toBe(404)
  expect((await fetch(`${sandboxUrl}/_sandbox/reset`, { method: 'POST' })).status).toBe(404)
  expect(await titles()).toEqual(before)
})
