import fc from 'fast-check'
import { pipedrive } from '../../../component/index.ts'
import { InputError, type PropertyManifest } from '../../../definitions/index.ts'
import { inputOf } from '../../../hosts/n8n/src/input.ts'
import { layoutOf, type Placed } from '../../../hosts/n8n/src/layout.ts'
import { parametersOf } from './parameters.ts'

const layout = layoutOf(pipedrive)
const placedOf = (name: string) => {
  const placed = layout.find(({ action }) => action.name === name)
  if (!placed) throw new Error(name)
  return placed
}
const read = (placed: Placed, parameters: Readonly<Record<string, unknown>>) =>
  inputOf(pipedrive, placed, name => parameters[name] ?? null)

/** Filled-in values of a property; n8n knows no difference between an empty field and none. */
const valueOf = (property: PropertyManifest): fc.Arbitrary<unknown> => {
  const { type, properties, items: [item] = [], options } = property
  if (options && type === 'ARRAY')
    return fc.subarray(
      options.map(({ value }) => value),
      { minLength: 1 },
    )
  if (options && type !== 'BOOLEAN') return fc.constantFrom(...options.map(({ value }) => value))
  switch (type) {
    case 'INTEGER':
      return fc.integer({ min: 1 })
    case 'NUMBER':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'BOOLEAN':
      return fc.boolean()
    case 'DATE':
      return fc.constantFrom('2026-01-31', '1999-12-01')
    case 'ARRAY':
      return item ? fc.array(valueOf(item), { minLength: 1, maxLength: 3 }) : fc.constant(['a'])
    case 'DYNAMIC_PROPERTIES':
    case 'OBJECT':
      return properties ? recordOf(properties, 1) : fc.constant({ any: 'thing' })
    default:
      return fc.string({ minLength: 1 })
  }
}

const recordOf = (properties: readonly PropertyManifest[], minMembers: number) =>
  fc
    .record(Object.fromEntries(properties.map(one => [one.name ?? '', valueOf(one)])), {
      requiredKeys: [],
    })
    .filter(record => Object.keys(record).length >= minMembers)

const inputArbitrary = ({ manifest }: Placed) =>
  fc
    .tuple(
      ...manifest.properties.map(property =>
        property.type === 'OBJECT' && property.required && property.properties
          ? recordOf(property.properties, 0)
          : fc.option(valueOf(property), { nil: undefined }),
      ),
    )
    .map(values =>
      Object.fromEntries(
        manifest.properties.flatMap(({ name = '' }, at) =>
          values[at] === undefined ? [] : [[name, values[at]]],
        ),
      ),
    )

test.each(layout.map(placed => [placed.action.name, placed] as const))(
  '%s: what is filled in arrives as it is declared',
  (_, placed) => {
    fc.assert(
      fc.property(inputArbitrary(placed), input => {
        expect(read(placed, parametersOf(placed, input))).toEqual(input)
      }),
      { numRuns: 60 },
    )
  },
)

describe('values as forms, expressions and agents give them', () => {
  const deal = (parameters: object) => read(placedOf('addDeal'), { title: 'a', ...parameters })

  test.each([
    ['a plain id', 42, 42],
    ['an id as text', '42', '42'],
    ['a locator by id', { mode: 'id', value: '42' }, '42'],
    ['a locator from the list', { __rl: true, mode: 'list', value: 42 }, 42],
    ['an address', { mode: 'url', value: 'https://a.pipedrive.com/deal/42' }, '42'],
    ['an address with more', { mode: 'url', value: 'https://a.pipedrive.com/deal/42?x#y' }, '42'],
  ])('%s', (_, dealId, id) => {
    expect(read(placedOf('getDealDetails'), { dealId })).toEqual({ id })
  })

  test('the id of a lead has letters', () => {
    const value = 'https://a.pipedrive.com/leads/inbox/0f3c8a52-6a1e-4c0b-9d6f-2f1f5a7c9e10'
    expect(read(placedOf('getLeadDetails'), { leadId: { mode: 'url', value } })).toEqual({
      id: '0f3c8a52-6a1e-4c0b-9d6f-2f1f5a7c9e10',
    })
  })

  test.each([
    ['of another kind', 'https://a.pipedrive.com/person/42'],
    ['of a list', 'https://a.pipedrive.com/deals'],
    ['that is none', 'forty-two'],
    ['that goes on', 'https://a.pipedrive.com/deal/42abc!'],
  ])('an address %s is refused with an example', (_, value) => {
    const wrong = () => read(placedOf('getDealDetails'), { dealId: { mode: 'url', value } })
    expect(wrong).toThrow(InputError)
    expect(wrong).toThrow('id: is not the address of a deal')
  })

  test('empty fields are left out, and an empty form is still an object', () => {
    expect(
      deal({ additionalFields: { value: '', person_id: { mode: 'list', value: '' } } }),
    ).toEqual({ deal: { title: 'a' } })
    expect(read(placedOf('addDeal'), {})).toEqual({ deal: {} })
  })

  test.each([
    ['2026-12-24T00:00:00', '2026-12-24'],
    ['2026-12-24T00:00:00.000+01:00', '2026-12-24'],
    ['2026-12-24 10:00', '2026-12-24'],
    ['24.12.2026', '24.12.2026'],
    ['2026-12-241', '2026-12-241'],
  ])('of the date %s the day is taken', (given, taken) => {
    expect(deal({ additionalFields: { expected_close_date: given } })).toEqual({
      deal: { title: 'a', expected_close_date: taken },
    })
  })

  test('a list may come as one text, or without the form around it', () => {
    const lead = (label_ids: unknown) =>
      read(placedOf('addLead'), { title: 'a', additionalFields: { label_ids } })
    expect(lead('a, b')).toMatchObject({ lead: { label_ids: ['a', 'b'] } })
    expect(lead([])).toEqual({ lead: { title: 'a' } })
    const email = [{ value: 'a@example.com' }]
    const person = (additionalFields: object) =>
      read(placedOf('addPerson'), { name: 'a', additionalFields })
    expect(person({ email })).toEqual(person({ email: { items: email } }))
  })

  test('what does not fit is passed on for the check to name', () => {
    expect(deal({ additionalFields: { probability: ['x'], titel: 'b' } })).toEqual({
      deal: { title: 'a', probability: ['x'] },
    })
    expect(() => deal({ additionalFields: 'x' })).toThrow('have to be an object')
  })

  test('a list is limited unless all of it is asked for', () => {
    const list = (parameters: object) => read(placedOf('getDeals'), { ...parameters })
    expect(list({})).toEqual({ limit: 50 })
    expect(list({ limit: 5 })).toEqual({ limit: 5 })
    expect(list({ returnAll: true, limit: 5 })).toEqual({})
  })
})
