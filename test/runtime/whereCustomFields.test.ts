import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldTypes, fieldValues } from '../fieldTypes.ts'
import { instantClock } from './clocks.ts'
import { failure, openBench, pick, type Bench } from './support.ts'

let bench: Bench
const ids = { deal: 0, lead: '', other: 0 }
const made = async (action: string, input: unknown) =>
  pick(await bench.output(action, input), 'body', 'data', 'id')
beforeAll(async () => {
  bench = await openBench({ scale: 60 }, { timing: instantClock().timing })
  const custom_fields = fieldValues()
  ids.deal = Number(await made('addDeal', { deal: { title: 'Wanted', custom_fields } }))
  ids.lead = String(await made('addLead', { lead: { title: 'W', person_id: 1, custom_fields } }))
  const deal = { title: 'Other', custom_fields: fieldValues('other') }
  ids.other = Number(await made('addDeal', { deal }))
})
afterAll(() => bench.close())

const listed = async (action: string, input: object) =>
  (await bench.rows(action, input)).map(row => pick(row, 'id'))

describe.each(fieldTypes.map(one => [one.type, one] as const))('%s', (_type, { name, value }) => {
  test('finds the deals and leads that have the value, and no other ones', async () => {
    const custom_fields = { [name]: value }
    const deals = await bench.rows('getDeals', { custom_fields })
    expect(deals.map(deal => pick(deal, 'id'))).toContain(ids.deal)
    expect(deals.map(deal => pick(deal, 'id'))).not.toContain(ids.other)
    for (const deal of deals)
      expect(pick(deal, 'custom', name)).toEqual(
        Array.isArray(value) ? expect.arrayContaining(value) : value,
      )
    expect(await listed('getLeads', { custom_fields })).toContain(ids.lead)
  })
})

test('null finds those without a value', async () => {
  const rows = await bench.rows('getDeals', { custom_fields: { Hotline: null } })
  const all = await bench.rows('getDeals')
  const without = all.filter(row => pick(row, 'custom', 'Hotline') == null)
  expect(rows.map(row => pick(row, 'id'))).toEqual(without.map(row => pick(row, 'id')))
  expect(rows.length).toBeGreaterThan(0)
})

test.each([
  ['Reference', '', 'is empty; give null for records without a value'],
  ['Hotline', '  ', 'is empty; give null for records without a value'],
  ['Interests', { remove: ['Sauna'] }, 'is what to change; give the options that records have'],
])('%s: %j is no value that a record can have', async (name, value, problem) => {
  for (const action of ['getDeals', 'getLeads']) {
    const result = await bench.run(action, { custom_fields: { [name]: value } })
    expect(failure(result).message).toBe(`custom_fields.${name}: ${problem}`)
    expect(result.requests).toEqual([])
  }
})

test('a list says how many rows were looked at, and stops at its limit', async () => {
  const input = { custom_fields: { Reference: 'äö-1 🚀' } }
  const all = (await bench.rows('getDeals')).length
  const body = pick(await bench.output('getDeals', { ...input, limit: 1 }), 'body')
  expect(body).toMatchObject({
    data: [{ id: ids.deal }],
    additional_data: { rows_read: all },
  })
  const none = await bench.output('getDeals', { custom_fields: { Reference: 'nowhere' } })
  expect(none).toEqual({ body: { data: [], additional_data: { rows_read: all } } })
  expect(pick(await bench.output('getDeals', {}), 'body', 'additional_data')).toBeUndefined()
})

test('it goes together with other conditions, a saved filter among them', async () => {
  const custom_fields = { Source: 'Trade fair' }
  const all = await bench.rows('getDeals', { custom_fields })
  const [first] = all
  const stage_id = pick(first, 'stage_id')
  const narrowed = await bench.rows('getDeals', { custom_fields, stage_id })
  expect(narrowed).toEqual(all.filter(row => pick(row, 'stage_id') === stage_id))
  const [filter] = await bench.rows('customAction', {
    method: 'GET',
    path: '/api/v1/filters',
    query: { type: 'deals' },
  })
  const filter_id = pick(filter, 'id')
  const filtered = await listed('getDeals', { filter_id })
  expect(await listed('getDeals', { filter_id, custom_fields })).toEqual(
    all.map(row => pick(row, 'id')).filter(id => filtered.includes(id)),
  )
})

test('persons and organizations are narrowed by fields of their own', async () => {
  const person = { name: 'P', custom_fields: { Nickname: 'Pip', Language: 'English' } }
  const id = await made('addPerson', { person })
  expect(await listed('getPersons', { custom_fields: { nickname: 'PIP' } })).toEqual([id])
  const organization = { name: 'O', custom_fields: { Rating: 98.25 } }
  const org = await made('addOrganization', { organization })
  expect(await listed('getOrganizations', { custom_fields: { Rating: 98.25 } })).toEqual([org])
})

test('a wrong name or option is wrong input, and no list is read', async () => {
  for (const custom_fields of [{ Sourse: 'Website' }, { Source: 'Fair' }]) {
    const result = await bench.run('getDeals', { custom_fields })
    expect(failure(result)).toMatchObject({
      recovery: 'fix-input',
      message: expect.stringMatching(/did you mean|there are/),
    })
    expect(result.requests.map(({ path }) => path)).not.toContain('/api/v2/deals')
  }
})
