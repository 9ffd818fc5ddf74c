import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanup, steps } from '../../cli/tour/steps.ts'
import { failure, openBench, pick, success, tokensOf, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench({ scale: 30 })
})
afterAll(() => bench.close())

const tried = (action: string, input: unknown, more: object = {}) =>
  bench.run(action, input, { dryRun: true, ...more })
const writes = async () => (await bench.calls()).filter(call => !call.startsWith('GET '))

test('what would be deleted is shown as it is, and stays', async () => {
  const { preview, output } = success(await tried('deleteDeal', { id: 7 }))
  expect(output).toBeNull()
  expect(preview?.requests).toEqual([{ method: 'DELETE', path: '/api/v2/deals/7' }])
  expect(preview?.record).toMatchObject({ id: 7, is_deleted: false })
  success(await bench.run('getDealDetails', { id: 7 }))
  expect(await writes()).toEqual([])
})

test('a change shows what is another then, and not what stays', async () => {
  const { title, value } = Object(success(await tried('deleteDeal', { id: 8 })).preview?.record)
  const body = { title, value: value + 1, lost_reason: 'Price', custom_fields: {} }
  const input = { method: 'PATCH', path: '/api/v2/deals/8', body }
  const { preview } = success(await tried('customAction', input))
  expect(preview?.requests).toEqual([{ method: 'PATCH', path: '/api/v2/deals/8', body }])
  expect(preview?.changes).toEqual([
    { path: 'value', before: value, after: value + 1 },
    { path: 'lost_reason', before: null, after: 'Price' },
  ])
  expect(await writes()).toEqual([])
})

test('a new record is shown as it would be sent, and has no record before it', async () => {
  const input = { deal: { title: 'Desks', value: '99.50', user_id: 1 } }
  const { preview } = success(await tried('addDeal', input))
  expect(preview).toEqual({
    requests: [
      {
        method: 'POST',
        path: '/api/v2/deals',
        body: { title: 'Desks', value: 99.5, status: 'open', owner_id: 1 },
      },
    ],
    changes: [],
  })
})

test('a record that is not there is null', async () => {
  const { preview } = success(await tried('deletePerson', { id: 999_999 }))
  expect(preview?.record).toBeNull()
})

test('every action that writes shows a preview and writes nothing; the others run', async () => {
  const made = { organization: 1, person: 1, deal: 1, lead: '', user: 1, pipeline: 1, stage: 1 }
  const leads = await bench.rows('getLeads', { limit: 1 })
  made.lead = String(pick(leads[0], 'id'))
  const label = pick(leads[0], 'label_ids', 0)
  for (const { action, input } of [...steps, ...cleanup]) {
    const given = input({ ...made, ...(typeof label === 'string' && { label: label }) })
    const result = success(await tried(action, given))
    const isWrite = /^(add|update|delete|findOrCreate)/.test(action)
    expect([action, result.preview !== undefined]).toEqual([action, isWrite])
    expect(JSON.stringify(result)).not.toContain(tokensOf(bench.sandbox).accessToken)
  }
  expect(await writes()).toEqual([])
})

test('wrong input is refused as ever, and names are found', async () => {
  expect(failure(await tried('addDeal', { deal: {} })).path).toBe('deal.title')
  const [person] = await bench.rows('getPersons', { limit: 1 })
  const name = String(pick(person, 'name'))
  const input = { deal: { title: 'x', person_id: name } }
  const { preview, resolved } = success(await tried('addDeal', input, { resolveNames: true }))
  expect(pick(preview?.requests[0]?.body, 'person_id')).toBe(resolved?.[0]?.id)
})

test('the headers of a custom action are not shown', async () => {
  const headers = { 'x-note': 'quiet' }
  const input = { method: 'POST', path: '/api/v1/notes', query: { a: 'b' }, headers }
  const { preview } = success(await tried('customAction', input))
  expect(preview?.requests).toEqual([{ method: 'POST', path: '/api/v1/notes', query: { a: 'b' } }])
})
