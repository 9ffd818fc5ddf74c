import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundOrCreated, indexed, openLaggingBench, person } from './foundOrCreated.ts'
import { pick, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openLaggingBench()))
afterAll(() => bench.close())

const run = (action: string, input: unknown) => foundOrCreated(bench, action, input)

describe('twenty at once', () => {
  test.each([
    ['findOrCreatePerson', person('Ida Marsh', 'ida@example.com')],
    ['findOrCreateOrganization', { organization: { name: 'Lantern Works' } }],
    ['findOrCreateDeal', { deal: { title: 'Buoys' } }],
    [
      'findOrCreateDeal',
      {
        match_by: 'custom_field',
        custom_field: 'reference',
        deal: { title: 'Ropes', custom_fields: { Reference: 'A-17' } },
      },
    ],
  ])('%s makes one record, which the others find before searches do', async (action, input) => {
    const all = await Promise.all(Array.from({ length: 20 }, () => run(action, input)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(all.map(({ outcome }) => outcome).sort()).toEqual([
      'created',
      ...Array.from({ length: 19 }, () => 'found'),
    ])
    await indexed(bench)
    expect(await run(action, input)).toEqual({ id: all[0]?.id, outcome: 'found' })
  })
})

describe('at once, inputs with a value in common make one record', () => {
  const phone = (value: string) => ({
    match_by: 'phone',
    person: { name: 'P', phone: [{ value }] },
  })
  const emails = (...values: string[]) => ({
    person: { name: 'E', email: values.map(value => ({ value })) },
  })
  const reference = (custom_field: string, member: string, value: unknown) => ({
    match_by: 'custom_field',
    custom_field,
    deal: { title: 'D', custom_fields: { [member]: value } },
  })
  const key = async () => {
    const fields = await bench.rows('customAction', { method: 'GET', path: '/api/v2/dealFields' })
    return String(
      pick(
        fields.find(field => pick(field, 'field_name') === 'Reference'),
        'field_code',
      ),
    )
  }

  test.each([
    [
      'one of several addresses',
      'findOrCreatePerson',
      () => [
        emails('one@example.com'),
        emails('two@example.com', 'One@example.com'),
        emails('one@example.com', 'two@example.com'),
      ],
    ],
    [
      'a phone number in several spellings',
      'findOrCreatePerson',
      () => [phone('+49 40 999 1'), phone('+49 (40) 999-1')],
    ],
    [
      'a name with other spaces',
      'findOrCreateOrganization',
      () => [
        { organization: { name: 'Harbour Works' } },
        { organization: { name: ' harbour  works' } },
      ],
    ],
    [
      'a field by its name and by its key',
      'findOrCreateDeal',
      async () => [
        reference('Reference', await key(), 'K-1'),
        reference(await key(), 'Reference', 'K-1'),
        reference('reference', 'reference', 'k-1'),
      ],
    ],
  ])('%s', async (_what, action, inputs) => {
    const all = await Promise.all((await inputs()).map(input => run(action, input)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(all.filter(({ outcome }) => outcome === 'created')).toHaveLength(1)
  })
})
