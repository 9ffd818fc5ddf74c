import {
  SnapshotError,
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/index.ts'
import type { Body } from './rows.ts'

const open = new Set<Sandbox>()
afterEach(async () => {
  await Promise.all([...open].map(sandbox => sandbox.close()))
  open.clear()
})
const start = async (options: SandboxOptions = {}) => {
  const sandbox = await startSandbox({ scale: 20, ...options })
  open.add(sandbox)
  return sandbox
}
const call = async ({ url, accessToken }: Sandbox, method: string, path: string, body?: object) => {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Body }
}
const asFile = (sandbox: Sandbox): unknown => JSON.parse(JSON.stringify(sandbox.snapshot()))

test('an account goes on where its snapshot was taken', async () => {
  const first = await start()
  const { body } = await call(first, 'POST', '/api/v2/deals', { title: 'Kept', value: 99.5 })
  await call(first, 'PATCH', '/api/v2/persons/1', { name: 'Renamed' })
  await call(first, 'DELETE', '/api/v2/organizations/1')
  const snapshot = asFile(first)
  const second = await start({ snapshot })
  expect(asFile(second)).toEqual(snapshot)
  const deal = await call(second, 'GET', `/api/v2/deals/${body.data.id}`)
  expect(deal.body.data).toEqual(body.data)
  expect((await call(second, 'GET', '/api/v2/persons/1')).body.data.name).toBe('Renamed')
  expect((await call(second, 'GET', '/api/v2/organizations/1')).status).toBe(410)
})

test('ids go on too: what is added later never takes the id of what was there', async () => {
  const first = await start()
  const lead = { title: 'Lead', person_id: 1 }
  const before = (await call(first, 'POST', '/api/v1/leads', lead)).body.data
  const deal = (await call(first, 'POST', '/api/v2/deals', { title: 'Deal' })).body.data
  const second = await start({ snapshot: asFile(first) })
  const after = (await call(second, 'POST', '/api/v1/leads', lead)).body.data
  expect(after.id).not.toBe(before.id)
  expect((await call(second, 'POST', '/api/v2/deals', { title: 'Deal' })).body.data.id).toBe(
    deal.id + 1,
  )
})

test('fields are in it too, and no id is given twice', async () => {
  const first = await start()
  const options = [{ label: 'A' }]
  const field = { field_name: 'Kept', field_type: 'enum', options }
  const { data } = (await call(first, 'POST', '/api/v2/dealFields', field)).body
  await call(first, 'PATCH', '/api/v2/dealFields/label/options', [{ id: 21, label: 'Ice' }])
  const old = { name: 'Gone', field_type: 'text' }
  const { id } = (await call(first, 'POST', '/v1/dealFields', old)).body.data
  await call(first, 'DELETE', `/v1/dealFields/${id}`)
  const second = await start({ snapshot: asFile(first) })
  const kept = await call(second, 'GET', `/api/v2/dealFields/${data.field_code}`)
  expect(kept.body.data).toMatchObject({ field_name: 'Kept', options: data.options })
  const label = (await call(second, 'GET', '/api/v2/dealFields/label')).body.data.options[0]
  expect(label).toMatchObject({ id: 21, label: 'Ice' })
  expect((await call(second, 'POST', '/v1/dealFields', old)).body.data.id).toBe(id + 1)
})

test('a snapshot of an earlier version has its records, and the rest is that of the seed', async () => {
  const first = await start()
  await call(first, 'PATCH', '/api/v2/persons/1', { name: 'Renamed' })
  const { tables: _, ...older } = asFile(first) as { readonly tables: object }
  const second = await start({ snapshot: { ...older, format: 'pipedrive-sandbox-1' } })
  expect((await call(second, 'GET', '/api/v2/persons/1')).body.data.name).toBe('Renamed')
  expect((await call(second, 'GET', '/api/v2/stages')).body.data).toHaveLength(11)
})

test('tokens and webhooks are not in it', async () => {
  const first = await start()
  const text = JSON.stringify(first.snapshot())
  for (const secret of [first.accessToken, first.refreshToken, first.clientSecret])
    expect(text).not.toContain(secret)
  const second = await start({ snapshot: asFile(first) })
  expect(
    (await call({ ...second, accessToken: first.accessToken }, 'GET', '/api/v2/deals')).status,
  ).toBe(401)
})

test('a reset brings back the data of the seed', async () => {
  const seeded = asFile(await start())
  const first = await start()
  await call(first, 'DELETE', '/api/v2/deals/1')
  const second = await start({ snapshot: asFile(first) })
  expect((await call(second, 'GET', '/api/v2/deals/1')).status).toBe(410)
  await fetch(`${second.url}/_sandbox/reset`, { method: 'POST' })
  expect((await call(second, 'GET', '/api/v2/deals/1')).status).toBe(200)
  expect(Object.keys(asFile(second) as object)).toEqual(Object.keys(seeded as object))
})

test('a snapshot that lacks something is refused with its place', async () => {
  const whole = JSON.stringify((await start()).snapshot())
  const damaged = [
    ['null', 'its format is undefined'],
    ['{"format":"other"}', 'its format is other'],
    [whole.replace('"deal":[', '"deals":['), 'no records of the kind deal'],
    [whole.replace('"add_time":', '"added":'), 'deal 0 lacks add_time'],
    [whole.replace('"id":1,', '"id":"1",'), 'deal 0 lacks an id'],
    [whole.replace('"rows":[', '"lines":{},"rows":["x",'), 'users 0 lacks id'],
  ] as const
  for (const [text, problem] of damaged) {
    const refused = start({ snapshot: JSON.parse(text) })
    await expect(refused).rejects.toThrow(problem)
    await expect(refused).rejects.toBeInstanceOf(SnapshotError)
  }
})

test('whoever asks is told of the kind of every change', async () => {
  const kinds: string[] = []
  const sandbox = await start({ onChange: kind => kinds.push(kind) })
  await call(sandbox, 'POST', '/api/v2/deals', { title: 'Deal' })
  await call(sandbox, 'PATCH', '/api/v2/persons/1', { name: 'Renamed' })
  await call(sandbox, 'GET', '/api/v2/deals')
  expect(kinds).toEqual(['deal', 'person'])
})
