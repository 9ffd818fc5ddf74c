import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantClock } from './clocks.ts'
import { openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openBench({ scale: 10 }, { timing: instantClock().timing })))
afterAll(() => bench.close())

const made = async (action: string, input: unknown) =>
  pick(await bench.output(action, input), 'body', 'data')
const email = (value: string, primary = false) => ({ value, primary, label: 'work' })

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
