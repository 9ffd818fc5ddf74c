import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantClock } from './clocks.ts'
import { failure, openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openBench({ scale: 10 }, { timing: instantClock().timing })))
afterAll(() => bench.close())

const made = async (action: string, input: unknown) =>
  pick(await bench.output(action, input), 'body', 'data')
const email = (value: string, primary = false) => ({ value, primary, label: 'work' })

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
    expect(await labels([22], 'replace')).toEqual([22])
    expect(await labels(null, 'add')).toEqual([])
  })
})

describe('a person', () => {
  test('gets an address beside the others, or in their place', async () => {
    const person = { name: 'P', email: [email('a@example.com', true)] }
    const id = pick(await made('addPerson', { person }), 'id')
    const change = async (value: unknown, email_change: string) =>
      pick(await made('updatePerson', { id, person: { email: value }, email_change }), 'email')
    expect(await change([email('b@example.com')], 'add')).toMatchObject([
      email('a@example.com', true),
      email('b@example.com'),
    ])
    expect(await change([email('c@example.com', true)], 'replace')).toMatchObject([
      email('c@example.com', true),
    ])
    expect(await change(null, 'add')).toEqual([])
  })

  test('keeps its addresses where a reference to the ones in their place came out empty', async () => {
    const person = { name: 'P', email: [email('a@example.com', true)] }
    const id = pick(await made('addPerson', { person }), 'id')
    const change = { name: 'Q', email: [{ value: '' }] }
    const after = await made('updatePerson', { id, person: change, email_change: 'replace' })
    expect(after).toMatchObject({ name: 'Q', email: [{ value: 'a@example.com' }] })
  })

  test('keeps a phone number that is another one but for its letters', async () => {
    const phone = (value: string, primary = false) => ({ value, primary, label: 'work' })
    const kept = phone('1-800-CALLNOW', true)
    const id = pick(await made('addPerson', { person: { name: 'P', phone: [kept] } }), 'id')
    const change = async (value: string, phone_change: string) => {
      const input = { id, person: { phone: [phone(value)] }, phone_change }
      return pick(await made('updatePerson', input), 'phone')
    }
    expect(await change('1-800-FLOWERS', 'remove')).toEqual([kept])
    expect(await change('1-800-FLOWERS', 'add')).toEqual([kept, phone('1-800-FLOWERS')])
    expect(await change('1 (800) flowers', 'remove')).toEqual([kept])
  })

  test('has an address once that is given twice, and a primary one after it has lost its own', async () => {
    const id = pick(await made('addPerson', { person: { name: 'P' } }), 'id')
    const change = async (values: readonly string[], email_change: string) => {
      const person = { email: values.map(value => ({ value })) }
      return pick(await made('updatePerson', { id, person, email_change }), 'email')
    }
    const [a, b] = ['a@example.com', 'b@example.com']
    expect(await change([a, b, 'B@example.com'], 'add')).toMatchObject([
      email(a, true),
      email(b, false),
    ])
    expect(await change([a], 'remove')).toMatchObject([email(b, true)])
  })

  test('loses nothing where several steps add to it at once', async () => {
    const id = pick(await made('addPerson', { person: { name: 'P' } }), 'id')
    const given = [1, 2, 3, 4].map(number => email(`${number}@example.com`))
    await Promise.all(
      given.map(async one =>
        success(await bench.run('updatePerson', { id, person: { email: [one] } })),
      ),
    )
    const values = pick(await made('getPersonDetails', { id }), 'email')
    expect(values).toMatchObject(given.map(({ value }) => ({ value })))
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

test('a lead loses its value and keeps its title', async () => {
  const lead = { title: 'L', person_id: 1, value: { amount: 5, currency: 'EUR' } }
  const id = pick(await made('addLead', { lead }), 'id')
  const after = await made('updateLead', { id, lead: { value: null, was_seen: true } })
  expect(after).toMatchObject({ title: 'L', value: null, was_seen: true, person_id: 1 })
})
