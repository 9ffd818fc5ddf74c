import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantClock } from './clocks.ts'
import { failure, openBench, pick, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openBench({ scale: 60 }, { timing: instantClock().timing })))
afterAll(() => bench.close())

const made = async (action: string, input: unknown) =>
  pick(await bench.output(action, input), 'body', 'data')
const idsOf = (rows: readonly unknown[]) => rows.map(row => pick(row, 'id'))

test('deals are narrowed to a person, an organization and a pipeline', async () => {
  const deals = await bench.rows('getDeals')
  const [first] = deals.filter(deal => pick(deal, 'person_id') && pick(deal, 'org_id'))
  const same = (...path: string[]) =>
    idsOf(deals.filter(deal => pick(deal, ...path) === pick(first, ...path)))
  const narrowed = async (input: object) => idsOf(await bench.rows('getDeals', input))
  const person_id = pick(first, 'person_id', 'value')
  expect(await narrowed({ person_id })).toEqual(same('person_id', 'value'))
  expect(await narrowed({ org_id: pick(first, 'org_id', 'value') })).toEqual(
    same('org_id', 'value'),
  )
  const pipeline_id = pick(first, 'pipeline_id')
  expect(await narrowed({ pipeline_id })).toEqual(same('pipeline_id'))
})

test('archived deals are listed in place of the others', async () => {
  const id = pick(await made('addDeal', { deal: { title: 'Old', is_archived: true } }), 'id')
  expect(idsOf(await bench.rows('getDeals', { archived: true }))).toContain(id)
  expect(idsOf(await bench.rows('getDeals'))).not.toContain(id)
  const result = await bench.run('getDeals', { archived: true, include_labels: true })
  expect(failure(result)).toMatchObject({ recovery: 'fix-input', path: 'include_labels' })
})

test('persons of a deal, and those changed in a span of time, are found', async () => {
  const person = await made('addPerson', { person: { name: 'P' } })
  const id = pick(person, 'id')
  const deal = await made('addDeal', { deal: { title: 'T', person_id: id } })
  expect(idsOf(await bench.rows('getPersons', { deal_id: pick(deal, 'id') }))).toEqual([id])
  const changed = String(pick(person, 'update_time'))
  const since = await bench.rows('getPersons', { updated_since: changed })
  expect(idsOf(since)).toContain(id)
  expect(idsOf(await bench.rows('getPersons', { updated_until: changed }))).not.toContain(id)
})

test('leads come newest first where that is wanted', async () => {
  const times = (rows: readonly unknown[]) => rows.map(row => String(pick(row, 'add_time')))
  for (const archived_status of ['all', 'not_archived', 'archived']) {
    const oldest = times(await bench.rows('getLeads', { archived_status }))
    const newest = times(await bench.rows('getLeads', { archived_status, sort_direction: 'desc' }))
    expect(newest).toEqual([...oldest].sort().reverse())
  }
})

test('leads that were changed later are found, archived or not', async () => {
  const leads = await bench.rows('getLeads')
  const times = leads.map(lead => String(pick(lead, 'update_time'))).sort()
  const middle = times[Math.floor(times.length / 2)] ?? ''
  const updated_since = middle.replace(/\.\d+Z$/, 'Z')
  const later = leads.filter(
    lead => Date.parse(String(pick(lead, 'update_time'))) >= Date.parse(updated_since),
  )
  expect(idsOf(await bench.rows('getLeads', { updated_since })).sort()).toEqual(idsOf(later).sort())
})

test('optional fields are there where they are asked for', async () => {
  const include_fields = ['people_count', 'notes_count']
  const query = { id: 1, include_fields, include_labels: true }
  const one = await made('getOrganizationDetails', query)
  expect(one).toMatchObject({ people_count: expect.any(Number), notes_count: expect.any(Number) })
  const [row] = await bench.rows('getOrganizations', { include_fields, limit: 1 })
  expect(row).toMatchObject({ people_count: expect.any(Number) })
  expect(await made('getOrganizationDetails', { id: 1 })).not.toHaveProperty('people_count')
})

test('a search takes several fields', async () => {
  const found = await bench
    .rows('searchDeals', { term: 'for', fields: 'title,notes' })
    .catch(
      async () =>
        pick(
          await made('searchDeals', { term: 'for', fields: 'title,notes' }),
          'items',
        ) as unknown[],
    )
  expect(found.length).toBeGreaterThan(0)
  const result = await bench.run('searchDeals', { term: 'for', fields: 'title,name' })
  expect(failure(result).message).toContain('is not one or more of custom_fields, notes, title')
})
