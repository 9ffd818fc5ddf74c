import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldValues } from '../fieldTypes.ts'
import { instantClock } from './clocks.ts'
import { listOf, openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openBench({ scale: 10 }, { timing: instantClock().timing })))
afterAll(() => bench.close())

const custom_fields = fieldValues()
const hits = async (action: string, term: string) => {
  const result = success(await bench.run(action, { term, exact_match: true }))
  const items = listOf(pick(result.output, 'body', 'data', 'items'))
  return { custom: items.map(item => pick(item, 'custom')), tokenCost: result.tokenCost }
}

test('hits of searches have custom fields by name, archived ones too', async () => {
  await bench.output('addDeal', { deal: { title: 'Searched', custom_fields } })
  await bench.output('addDeal', { deal: { title: 'Searched', is_archived: true, custom_fields } })
  const archived = { title: 'Searched', is_archived: true, custom_fields: { Source: 'Website' } }
  await bench.output('addDeal', { deal: archived })
  const lead = { title: 'Searched', person_id: 1, custom_fields }
  await bench.output('addLead', { lead })
  const { custom } = await hits('searchDeals', 'Searched')
  expect(custom.filter(one => pick(one, 'Reference') !== null)).toEqual([
    custom_fields,
    custom_fields,
  ])
  expect(custom).toHaveLength(3)
  expect(custom).toContainEqual(expect.objectContaining({ Source: 'Website', Reference: null }))
  expect((await hits('searchLeads', 'Searched')).custom).toEqual([custom_fields])
})

test('so have those of organizations and persons', async () => {
  const organization = { name: 'Searched', custom_fields: { Rating: 4.5, Segment: 'Small' } }
  await bench.output('addOrganization', { organization })
  const person = { name: 'Searched', custom_fields: { Nickname: 'S', Topics: ['Price'] } }
  await bench.output('addPerson', { person })
  expect((await hits('searchOrganization', 'Searched')).custom).toEqual([
    expect.objectContaining({ Rating: 4.5, Segment: 'Small' }),
  ])
  expect((await hits('searchPersons', 'Searched')).custom).toEqual([
    expect.objectContaining({ Nickname: 'S', Topics: ['Price'] }),
  ])
})

test('with warm definitions, one hit costs one token more', async () => {
  await bench.output('addDeal', { deal: { title: 'Only one', custom_fields } })
  await hits('searchDeals', 'Only one')
  expect((await hits('searchDeals', 'Only one')).tokenCost).toBe(20 + 1)
})
