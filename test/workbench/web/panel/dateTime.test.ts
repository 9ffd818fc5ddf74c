import { describe, expect, test } from 'vitest'
import { fromInputValue, toInputValue } from '../../../../workbench/web/panel/form/dateTime.ts'
import { problemsOf } from '../forms.ts'

describe('what the browser’s inputs give is what the rules ask for', () => {
  test('a date stays as it is', async () => {
    expect(fromInputValue('DATE', '2026-12-31')).toBe('2026-12-31')
    const deal = { title: 'T', expected_close_date: fromInputValue('DATE', '2026-12-31') }
    expect(await problemsOf('addDeal', { deal })).toEqual({})
  })

  test('a time gets its seconds', () => {
    expect(fromInputValue('TIME', '09:30')).toBe('09:30:00')
    expect(fromInputValue('TIME', '09:30:15')).toBe('09:30:15')
  })

  test('a date with a time is kept in UTC and shown in local time', () => {
    const kept = fromInputValue('DATE_TIME', '2026-12-31T23:59:59')
    expect(kept).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:59Z$/)
    expect(toInputValue('DATE_TIME', kept)).toBe('2026-12-31T23:59:59')
  })
})

test('an empty input takes the value away', () => {
  expect([
    fromInputValue('DATE', ''),
    fromInputValue('DATE_TIME', ''),
    fromInputValue('TIME', ''),
  ]).toEqual([undefined, undefined, undefined])
  expect([undefined, null, ''].map(value => toInputValue('DATE', value))).toEqual(['', '', ''])
})

test('a value that such an input can’t show is not hidden by an empty one', () => {
  expect(toInputValue('DATE', '31.12.2026')).toBeUndefined()
  expect(toInputValue('DATE_TIME', '2026-99-99T00:00:00Z')).toBeUndefined()
  expect(toInputValue('TIME', 'noon')).toBeUndefined()
  expect(toInputValue('DATE', 20261231)).toBeUndefined()
})
