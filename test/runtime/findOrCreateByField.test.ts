import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantClock } from './clocks.ts'
import { foundOrCreated } from './foundOrCreated.ts'
import { failure, openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openBench({ scale: 10 }, { timing: instantClock().timing })))
afterAll(() => bench.close())

const run = (action: string, input: unknown) => foundOrCreated(bench, action, input)

describe('a custom field', () => {
  const by = (custom_field: string, value: unknown) => ({
    match_by: 'custom_field',
    custom_field,
    deal: { title: 'Sails', custom_fields: { [custom_field]: value } },
  })

  test('of a number is compared as a number, and others are not taken for it', async () => {
    const reference = await run('findOrCreateDeal', by('Reference', '77.5'))
    const discount = await run('findOrCreateDeal', by('Discount %', 77.5))
    expect(discount).toMatchObject({ outcome: 'created' })
    expect(discount.id).not.toBe(reference.id)
    expect(await run('findOrCreateDeal', by('discount %', 77.5))).toEqual({
      ...discount,
      outcome: 'found',
    })
  })

  test('is written as it is searched for, so that it is found again', async () => {
    const added = success(await bench.run('findOrCreateDeal', by('Reference', ' R-7 '))).output
    expect(pick(added, 'body', 'data', 'custom', 'Reference')).toBe('R-7')
    expect(await run('findOrCreateDeal', by('Reference', 'R-7 '))).toMatchObject({
      outcome: 'found',
    })
    const organization = { organization: { name: ' Quay & Co ' } }
    const named = success(await bench.run('findOrCreateOrganization', organization)).output
    expect(pick(named, 'body', 'data', 'name')).toBe('Quay & Co')
    const person = { person: { name: 'P', email: [{ value: ' q@example.com ' }] } }
    const output = success(await bench.run('findOrCreatePerson', person)).output
    expect(pick(output, 'body', 'data', 'email')).toMatchObject([{ value: 'q@example.com' }])
  })

  test('of several deals is told of by the name that was given', async () => {
    const { deal } = by('reference', 'R-2')
    for (const _ of [1, 2]) success(await bench.run('addDeal', { deal }))
    const error = failure(await bench.run('findOrCreateDeal', by('reference', 'R-2')))
    expect(error).toMatchObject({ path: 'deal.custom_fields.reference' })
  })

  test.each([
    ['Source', 'Website', 'is a field that Pipedrive does not search'],
    ['Referense', 'A', 'did you mean "Reference"'],
    ['Referense', undefined, 'custom_field: Referense is not a custom field; did you mean'],
  ])('%s can’t be found by, and the error says why', async (name, value, message) => {
    const result = await bench.run('findOrCreateDeal', by(name, value))
    expect(failure(result)).toMatchObject({
      recovery: 'fix-input',
      message: expect.stringContaining(message),
    })
  })

  test('that is not named or has no value is wrong input', async () => {
    const nameless = { match_by: 'custom_field', deal: { title: 'S' } }
    expect(failure(await bench.run('findOrCreateDeal', nameless))).toMatchObject({
      message: 'custom_field: is required',
    })
    const empty = { ...nameless, custom_field: 'Reference' }
    expect(failure(await bench.run('findOrCreateDeal', empty)).message).toContain(
      'deal.custom_fields.Reference: is needed to find the deal by',
    )
  })
})
