import { expect, test } from 'vitest'
import type { RunSummary } from '../../../../workbench/api/index.ts'
import { filtersIn, matches, queryOf, searchOf } from '../../../../workbench/web/runs/filters.ts'
import { run } from './run.ts'

const now = 100 * 24 * 3_600_000

test('filters come back from the address of the page', () => {
  const filters = { workflow: 'w', state: 'attention', range: 'week', search: 'a&b' } as const
  expect(filtersIn(new URLSearchParams(searchOf(filters)))).toEqual(filters)
  expect(searchOf({})).toBe('')
  expect(filtersIn(new URLSearchParams('state=odd&range=never'))).toEqual({})
})

test('the server is asked for states and times', () => {
  const query = queryOf({ state: 'attention', range: 'hour', search: 'x' }, now)
  expect(Object.fromEntries(query)).toEqual({
    state: 'failed,dead,parked',
    from: String(now - 3_600_000),
    search: 'x',
  })
})

test('a run that has just come belongs to the list or not', () => {
  const is = (filters: Parameters<typeof matches>[0], change: Partial<RunSummary> = {}) =>
    matches(filters, run(1, { receivedAt: now, ...change }), now)
  expect(is({})).toBe(true)
  expect(is({ workflow: 'w' })).toBe(true)
  expect(is({ workflow: 'other' })).toBe(false)
  expect(is({ state: 'attention' })).toBe(false)
  expect(is({ state: 'attention' }, { state: 'dead' })).toBe(true)
  expect(is({ range: 'hour' }, { receivedAt: now - 3_600_001 })).toBe(false)
  expect(is({ search: 'x' })).toBe(false)
})
