import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantClock } from './clocks.ts'
import { failure, openBench, pick, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openBench({ scale: 10 }, { timing: instantClock().timing })))
afterAll(() => bench.close())

const made = async (action: string, input: unknown) =>
  pick(await bench.output(action, input), 'body', 'data')

describe('a deal', () => {
  const added = async () => {
    const deal = { title: 'T', value: '7', person_id: 1, status: 'lost', lost_reason: 'Price' }
    return made('addDeal', { deal })
  }

  test('keeps what is not given, and loses what is null', async () => {
    const before = await added()
    const input = { id: pick(before, 'id'), deal: { person_id: null, lost_reason: null } }
    const after = await made('updateDeal', input)
    expect(after).toMatchObject({ title: 'T', value: 7, status: 'lost' })
    expect(after).toMatchObject({ person_id: null, lost_reason: null })
    expect(await made('getDealDetails', { id: pick(before, 'id') })).toEqual(after)
  })

  test('is not changed by a member that is missing, and has no defaults filled in', async () => {
    const before = await added()
    const after = await made('updateDeal', { id: pick(before, 'id'), deal: { title: 'New' } })
    const [{ update_time: _, ...was }, { update_time: _now, ...is }] = [
      Object(before),
      Object(after),
    ] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>]
    expect(is).toEqual({ ...was, title: 'New' })
  })

  test('says where null can’t be', async () => {
    const deal = { title: null, expected_close_date: null }
    const result = await bench.run('updateDeal', { id: 1, deal })
    expect(failure(result)).toMatchObject({
      recovery: 'fix-input',
      problems: [
        { path: 'deal.title', problem: 'can’t be cleared: Pipedrive doesn’t allow it' },
        {
          path: 'deal.expected_close_date',
          problem: 'can’t be cleared: Pipedrive doesn’t allow it',
        },
      ],
    })
    expect(result.requests).toEqual([])
  })

  test.each([
    [
      'updateDeal',
      { deal: { custom_fields: { Source: '' } } },
      'deal.custom_fields.Source: is empty; give null for no value',
    ],
    [
      'updateDeal',
      { deal: { expected_close_date: '' } },
      'deal.expected_close_date: is empty; leave it out, or give a date',
    ],
    [
      'updateDeal',
      { deal: { close_time: '' } },
      'deal.close_time: is empty; give null to clear it',
    ],
  ])('%s with an empty text %j is told of null', async (action, input, message) => {
    expect(failure(await bench.run(action, { id: 1, ...input })).message).toBe(message)
  })

  test('that nothing is said of is wrong input', async () => {
    const result = await bench.run('updateDeal', { id: 1, deal: {} })
    expect(failure(result).message).toBe('deal: has nothing to change')
    expect(result.requests).toEqual([])
  })

  test.each([
    ['updateDeal', 'deal', 'label_ids', [], 'label_change'],
    ['updatePerson', 'person', 'email', [], 'email_change'],
  ])(
    'of %s with %s.%s without an entry is told how to empty it',
    async (action, kind, name, list, change) => {
      const result = await bench.run(action, { id: 1, [kind]: { [name]: list } })
      expect(failure(result).message).toBe(
        `${kind}.${name}: is empty, so there is nothing to change; give ${change}: "replace" to empty the list of the ${kind}`,
      )
      expect(result.requests).toEqual([])
    },
  )

  test.each([
    ['updateDeal', 'deal', 'label_ids', ['']],
    ['updateDeal', 'deal', 'label_ids', [null, '']],
    ['updatePerson', 'person', 'phone', [{ value: '' }]],
    ['updatePerson', 'person', 'email', [{ value: null }]],
  ])('of %s with %s.%s of empty entries alone has nothing to change', async (...given) => {
    const [action, kind, name, list] = given
    for (const change of ['add', 'replace', 'remove']) {
      const input = {
        id: 1,
        [kind]: { [name]: list },
        [`${name.replace('_ids', '')}_change`]: change,
      }
      const result = await bench.run(action, input)
      expect(failure(result).message).toBe(`${kind}: has nothing to change`)
      expect(result.requests).toEqual([])
    }
  })

  test('without a custom field is wrong input, too', async () => {
    const result = await bench.run('updateDeal', { id: 1, deal: { custom_fields: {} } })
    expect(failure(result).message).toBe('deal: has nothing to change')
    expect(result.requests).toEqual([])
  })

  test('has labels added, taken away and replaced', async () => {
    const id = pick(await added(), 'id')
    const labels = async (label_ids: readonly number[] | null, label_change: string) =>
      pick(await made('updateDeal', { id, deal: { label_ids }, label_change }), 'label_ids')
    expect(await labels([21, 22], 'add')).toEqual([21, 22])
    expect(await labels([23, 21], 'add')).toEqual([22, 23, 21])
    expect(await labels([22], 'remove')).toEqual([23, 21])
    expect(await labels([22, 21, 22], 'add')).toEqual([23, 22, 21])
    expect(await labels([22, 22], 'replace')).toEqual([22])
    expect(await labels(null, 'add')).toEqual([])
  })
})

test('an organization has its address, and what is null is cleared', async () => {
  const organization = { name: 'O', website: 'https://example.com', employee_count: 5 }
  const id = pick(await made('addOrganization', { organization }), 'id')
  const change = { website: null, address: { route: 'Kai', street_number: '3' } }
  expect(await made('updateOrganization', { id, organization: change })).toMatchObject({
    name: 'O',
    website: null,
    employee_count: 5,
    address: { value: '3 Kai' },
  })
})

test.each([{}, { locality: null }, { route: '', street_number: '' }])(
  'an organization keeps its address where the parts of another came out empty: %j',
  async address => {
    const organization = { name: 'O', address: { value: 'Kai 3' } }
    const id = pick(await made('addOrganization', { organization }), 'id')
    const change = { name: 'P', address }
    expect(await made('updateOrganization', { id, organization: change })).toMatchObject({
      name: 'P',
      address: { value: 'Kai 3' },
    })
    const nothing = await bench.run('updateOrganization', { id, organization: { address } })
    expect(failure(nothing).message).toBe('organization: has nothing to change')
  },
)

test('a lead loses its value and keeps its title', async () => {
  const lead = { title: 'L', person_id: 1, value: { amount: 5, currency: 'EUR' } }
  const id = pick(await made('addLead', { lead }), 'id')
  const after = await made('updateLead', { id, lead: { value: null, was_seen: true } })
  expect(after).toMatchObject({ title: 'L', value: null, was_seen: true, person_id: 1 })
})
