import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InputError } from '../../definitions/index.ts'
import { inputErrors, sortable } from './inputErrors.ts'
import { failure, openBench, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench({ empty: true })
})
afterAll(() => bench.close())

describe('wrong input is told in words, with its path, and nothing is sent', () => {
  test.each(inputErrors)('%s %j: %s', async (action, input, message, path) => {
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
    expect(message).toBe(
      '__proto__: is not a property; there are id, include_fields, include_labels',
    )
    expect(await bench.calls()).toEqual([])
  })
})

test('an unknown sort field is told together with those that there are', async () => {
  const { hint } = failure(await bench.run('getDeals', { sort: 'acv' }))
  expect(hint).toBe(
    `Write a field and ASC or DESC, separated by commas. The fields are ${sortable}.`,
  )
})

test('all errors are told at once', async () => {
  const error = failure(
    await bench.run('addDeal', {
      deal: { value: 'abc', stage_id: 0, expected_close_date: '2026-13-01', tilte: 'T' },
      lmit: 3,
    }),
  )
  if (!(error instanceof InputError)) throw error
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
