import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundOrCreated, indexed, openLaggingBench, person } from './foundOrCreated.ts'
import { failure, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openLaggingBench()))
afterAll(() => bench.close())

const run = (action: string, input: unknown) => foundOrCreated(bench, action, input)

describe('a phone number', () => {
  const by = (...values: string[]) => ({
    match_by: 'phone',
    person: { name: 'Q', phone: values.map(value => ({ value })) },
  })
  const added = async (value: string) =>
    pick(await bench.output('addPerson', { person: by(value).person }), 'body', 'data', 'id')

  const spelt = [
    ['+372 52000001', '+372 5200 0001', true],
    ['+372 52000002', '+37252000002', true],
    ['+1 212 555 0173', '+1 (212) 555-0173', true],
    ['+37252000004', '+372 5200-0004', true],
    ['37252000005', '+372 5200 0005', true],
    ['(52) 00.00/06', '5200 0006', false],
  ] as const

  test('is found in the usual spellings, however old the person is', async () => {
    const ids = await Promise.all(spelt.map(([there]) => added(there)))
    const wanted = spelt.map(([, , isFound], index) => (isFound ? ids[index] : 'created'))
    const found = () =>
      Promise.all(
        spelt.map(async ([, value]) => {
          const dry = success(await bench.run('findOrCreatePerson', by(value), { dryRun: true }))
          return dry.preview ? 'created' : pick(dry.output, 'body', 'data', 'id')
        }),
      )
    expect(await found()).toEqual(wanted)
    const newer = { person: { name: 'Newer' } }
    await Promise.all(Array.from({ length: 101 }, () => bench.output('addPerson', newer)))
    await bench.control('clock', { advance: 180_000 })
    expect(await found()).toEqual(wanted)
  })

  test('is looked for, and each address, wherever it stands', async () => {
    const id = await added('+44 20 7946 0991')
    await indexed(bench)
    expect(await run('findOrCreatePerson', by('+44 20 7946 0990', '+44 20 7946 0991'))).toEqual({
      id,
      outcome: 'found',
    })
    const zoe = await run('findOrCreatePerson', person('Zoë', 'zoe@t.example'))
    const two = [{ value: 'new@t.example' }, { value: 'zoe@t.example' }]
    expect(await run('findOrCreatePerson', { person: { name: 'Z', email: two } })).toEqual({
      ...zoe,
      outcome: 'found',
    })
  })
})

describe('wrong input', () => {
  const problemsOf = async (input: unknown) => {
    const error = failure(await bench.run('findOrCreatePerson', input))
    return pick(error, 'problems')
  }

  test('in custom fields is told of where the person is found, too', async () => {
    const input = person('Kim', 'kim@example.com')
    await run('findOrCreatePerson', input)
    const wrong = person('Kim', 'kim@example.com', { custom_fields: { Klingon: 'yes' } })
    expect(await problemsOf(wrong)).toMatchObject([{ path: 'person.custom_fields.Klingon' }])
  })

  test.each(['not-a-mail', 'a@b.example, c@d.example', 'a b@c.example'])(
    '%s is not an address to find by, but one that can be added',
    async value => {
      const input = { person: { name: value, email: [{ value: 'm@example.com' }, { value }] } }
      expect(await problemsOf(input)).toEqual([
        {
          path: 'person.email[1].value',
          problem: `${JSON.stringify(value)} is not one e-mail address`,
        },
      ])
      success(await bench.run('addPerson', input))
      expect(
        await run('findOrCreatePerson', { ...input, match_by: 'name', on_several: 'oldest' }),
      ).toMatchObject({ outcome: 'found' })
    },
  )

  test('is more than five addresses', async () => {
    const email = Array.from({ length: 6 }, (_, index) => ({ value: `${index}@example.com` }))
    expect(await problemsOf({ person: { name: 'M', email } })).toEqual([
      { path: 'person.email', problem: 'has 6 entries; 5 at most are looked for' },
    ])
  })
})
