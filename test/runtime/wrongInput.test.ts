import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { InvalidInput } from '../../runtime/index.ts'
import { failure, openBench, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench({ empty: true })
})
afterAll(() => bench.close())

const lead = { title: 'L', person_id: 1 }
const sortable =
  'id, title, owner_id, person_id, org_id, pipeline_id, stage_id, value, currency, status, probability, expected_close_date, add_time, update_time, stage_change_time, close_time, won_time, lost_time'

/** Action, input, message, path: each mistake has words of its own. */
const mistakes: readonly (readonly [string, unknown, string, string])[] = [
  ['addDeal', {}, 'deal: is required', 'deal'],
  ['addDeal', { deal: {} }, 'deal.title: is required', 'deal.title'],
  ['addDeal', { deal: { title: '' } }, 'deal.title: is empty', 'deal.title'],
  ['addDeal', { deal: 'Big one' }, 'deal: "Big one" is not an object', 'deal'],
  ['addDeal', { deal: [] }, 'deal: [] is not an object', 'deal'],
  ['addDeal', 'deal', '"deal" is not an object', ''],
  ['addDeal', [], '[] is not an object', ''],
  ['addDeal', null, 'is required', ''],
  ['addDeal', { deal: { title: ['T'] } }, 'deal.title: ["T"] is not a text', 'deal.title'],
  [
    'addDeal',
    { deal: { title: 'T', value: 'abc' } },
    'deal.value: "abc" is not a number',
    'deal.value',
  ],
  [
    'addDeal',
    { deal: { title: 'T', vaule: 1 } },
    'deal.vaule: is not a property; did you mean value?',
    'deal.vaule',
  ],
  [
    'addDeal',
    { deal: { title: 'T', status: 'deleted' } },
    'deal.status: "deleted" is not one of open, won, lost',
    'deal.status',
  ],
  [
    'addDeal',
    { deal: { title: 'T', lost_reason: 'Price' } },
    "deal.lost_reason: can only be given where deal.status == 'lost'",
    'deal.lost_reason',
  ],
  [
    'addDeal',
    { deal: { title: 'T', expected_close_date: '2026-02-30' } },
    'deal.expected_close_date: "2026-02-30" is not a date',
    'deal.expected_close_date',
  ],
  [
    'addDeal',
    { deal: { title: 'T', expected_close_date: '31.12.2026' } },
    'deal.expected_close_date: "31.12.2026" is not a date',
    'deal.expected_close_date',
  ],
  [
    'addDeal',
    { deal: { title: 'T', person_id: -3 } },
    'deal.person_id: -3 is less than 1',
    'deal.person_id',
  ],
  [
    'addDeal',
    { deal: { title: 'New: ${getDeals_1.body.data[0].title}' } },
    'deal.title: ${getDeals_1.body.data[0].title} can’t be resolved',
    'deal.title',
  ],
  [
    'addLead',
    { lead: { title: 'L' } },
    'lead.person_id: lead.person_id or lead.organization_id is required',
    'lead.person_id',
  ],
  [
    'addLead',
    { lead: { title: 'L', person_id: null, organization_id: null } },
    'lead.person_id: lead.person_id or lead.organization_id is required',
    'lead.person_id',
  ],
  [
    'addLead',
    { lead: { ...lead, value: { amount: 1 } } },
    'lead.value.currency: is required',
    'lead.value.currency',
  ],
  [
    'addLead',
    { lead: { ...lead, label_ids: 'hot' } },
    'lead.label_ids: "hot" is not a list',
    'lead.label_ids',
  ],
  [
    'addLead',
    { lead: { ...lead, label_ids: ['a', null] } },
    'lead.label_ids[1]: is required',
    'lead.label_ids[1]',
  ],
  [
    'addPerson',
    { person: { name: 'P', email: [{ value: 'a@example.com' }, { label: 'work' }] } },
    'person.email[1].value: is required',
    'person.email[1].value',
  ],
  [
    'addPerson',
    { person: { name: 'P', phone: [{ value: '1', label: 'fax' }] } },
    'person.phone[0].label: "fax" is not one of work, home, mobile, other',
    'person.phone[0].label',
  ],
  [
    'addPerson',
    { person: { name: 'P', emial: [] } },
    'person.emial: is not a property; did you mean email?',
    'person.emial',
  ],
  [
    'addOrganization',
    { organization: { name: null } },
    'organization.name: is required',
    'organization.name',
  ],
  ['getDealDetails', { id: 0 }, 'id: 0 is less than 1', 'id'],
  ['getDealDetails', { id: '-1' }, 'id: -1 is less than 1', 'id'],
  ['getDealDetails', { id: '../users' }, 'id: "../users" is not an integer', 'id'],
  ['deleteOrganization', { id: 1.5 }, 'id: 1.5 is not an integer', 'id'],
  ['getLeadDetails', { id: 42 }, 'id: "42" is not the id of a lead', 'id'],
  ['deleteLead', { id: '..' }, 'id: ".." is not the id of a lead', 'id'],
  ['searchDeals', { term: 'a' }, 'term: "a" is too short: at least 2 characters', 'term'],
  ['searchLeads', { term: 'é' }, 'term: "é" is too short: at least 2 characters', 'term'],
  ['searchPersons', { term: '𝒳' }, 'term: "𝒳" is too short: at least 2 characters', 'term'],
  [
    'searchOrganization',
    { term: 'a', exact_match: 'false' },
    'term: "a" is too short: at least 2 characters',
    'term',
  ],
  ['searchDeals', { term: '', exact_match: true }, 'term: is empty', 'term'],
  ['searchDeals', {}, 'term: is required', 'term'],
  [
    'searchDeals',
    { term: 'ab', fields: 'name' },
    'fields: "name" is not one of custom_fields, notes, title',
    'fields',
  ],
  ['getDeals', { sort: 'tilte ASC' }, 'sort: can’t sort by "tilte ASC"', 'sort'],
  ['getDeals', { sort: 'title UP' }, 'sort: can’t sort by "title UP"', 'sort'],
  ['getPersons', { sort: 'id, org.name' }, 'sort: can’t sort by "org.name"', 'sort'],
  ['getDeals', { limit: 0 }, 'limit: 0 is less than 1', 'limit'],
  [
    'getDeals',
    { constructor: 1 },
    'constructor: is not a property; there are user_id, filter_id, stage_id, status, sort, limit',
    'constructor',
  ],
  [
    'customAction',
    { path: 'https://evil.example/api' },
    'path: "https://evil.example/api" is not a path of the API, such as /api/v2/deals',
    'path',
  ],
  [
    'customAction',
    { path: '/api/v2/../../oauth' },
    'path: "/api/v2/../../oauth" is not a path of the API, such as /api/v2/deals',
    'path',
  ],
  [
    'customAction',
    { path: '/api/v2/deals', headers: { Authorization: 'x' } },
    'headers.Authorization: is set by the connection; leave it out',
    'headers.Authorization',
  ],
]

describe('wrong input is told in words, with its path, and nothing is sent', () => {
  test.each(mistakes)('%s %j: %s', async (action, input, message, path) => {
    const result = await bench.run(action, input)
    const error = failure(result)
    expect({ message: error.message, path: error.path ?? '' }).toEqual({ message, path })
    expect(error.recovery).toBe('fix-input')
    expect(result.requests).toEqual([])
    expect(await bench.calls()).toEqual([])
  })

  test('own properties with the names of a prototype’s are unknown like any other', async () => {
    const input: unknown = JSON.parse('{"id": 1, "__proto__": {"id": 2}}')
    const { message } = failure(await bench.run('getDealDetails', input))
    expect(message).toBe('__proto__: is not a property; there are id')
    expect(await bench.calls()).toEqual([])
  })
})

test('an unknown sort field is told together with those that there are', async () => {
  const { hint } = failure(await bench.run('getDeals', { sort: 'acv' }))
  expect(hint).toBe(
    `Write a field and ASC or DESC, separated by commas. The fields are ${sortable}.`,
  )
})

test('all mistakes are told at once', async () => {
  const error = failure(
    await bench.run('addDeal', {
      deal: { value: 'abc', stage_id: 0, expected_close_date: '2026-13-01', tilte: 'T' },
      lmit: 3,
    }),
  )
  if (!(error instanceof InvalidInput)) throw error
  expect(error.problems.map(({ path, problem }) => `${path}: ${problem}`).sort()).toEqual([
    'deal.expected_close_date: "2026-13-01" is not a date',
    'deal.stage_id: 0 is less than 1',
    'deal.tilte: is not a property; did you mean title?',
    'deal.title: is required',
    'deal.value: "abc" is not a number',
    'lmit: is not a property; there are deal',
  ])
  for (const { path, problem } of error.problems)
    expect(error.message).toContain(`${path}: ${problem}`)
})

test('a long wrong value is not shown whole', async () => {
  const { message } = failure(await bench.run('getDealDetails', { id: 'x'.repeat(10_000) }))
  expect(message.length).toBeLessThan(100)
})

test('one character is enough for an exact search', async () => {
  const other = await openBench({ empty: true })
  success(await other.run('searchDeals', { term: 'a', exact_match: true }))
  success(await other.run('searchDeals', { term: 'a', exact_match: 'true' }))
  const search = 'GET /api/v2/deals/search'
  expect(await other.calls()).toEqual([search, search])
  await other.close()
})
