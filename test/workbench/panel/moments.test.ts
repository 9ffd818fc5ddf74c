import { describe, expect, test } from '@jest/globals'
import { keptMoment, shownMoment } from '../../../workbench/web/panel/form/moments.ts'
import { problemsOf } from './forms.ts'

describe('what the browser’s inputs give is what the rules ask for', () => {
  test('a date stays as it is', async () => {
    expect(keptMoment('DATE', '2026-12-31')).toBe('2026-12-31')
    const deal = { title: 'T', expected_close_date: keptMoment('DATE', '2026-12-31') }
    expect(await problemsOf('addDeal', { deal })).toEqual({})
  })

  test('a time gets its seconds', () => {
    expect(keptMoment('TIME', '09:30')).toBe('09:30:00')
    expect(keptMoment('TIME', '09:30:15')).toBe('09:30:15')
  })

  test('a date with a time is kept in UTC and shown in local time', () => {
    const kept = keptMoment('DATE_TIME', '2026-12-31T23:59:59')
    expect(kept).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:59Z$/)
    expect(shownMoment('DATE_TIME', kept)).toBe('2026-12-31T23:59:59')
  })
})

test('an empty input takes the value away', () => {
  expect([keptMoment('DATE', ''), keptMoment('DATE_TIME', ''), keptMoment('TIME', '')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect([undefined, null, ''].map(value => shownMoment('DATE', value))).toEqual(['', '', ''])
})

test('a value that such an input can’t show is not hidden by an empty one', () => {
  expect(shownMoment('DATE', '31.12.2026')).toBeUndefined()
  expect(shownMoment('DATE_TIME', '2026-99-99T00:00:00Z')).toBeUndefined()
  expect(shownMoment('TIME', 'noon')).toBeUndefined()
  expect(shownMoment('DATE', 20261231)).toBeUndefined()
})
