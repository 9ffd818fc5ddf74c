import { vi } from 'vitest'
import { createLimiter } from '../../../workbench/server/alerts/limiter.ts'

const minuteMs = 60_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => {
  const passed: (readonly [string, number])[] = []
  const limiter = createLimiter<string>(
    () => minuteMs,
    (item, count) => passed.push([item, count]),
  )
  return { passed, ...limiter }
}

test('the first one passes at once, those after it together with their number', () => {
  const { passed, add } = open()
  for (const item of ['a', 'b', 'c']) add('workflow', item)
  expect(passed).toEqual([['a', 1]])
  vi.advanceTimersByTime(minuteMs)
  expect(passed).toEqual([
    ['a', 1],
    ['c', 2],
  ])
  add('workflow', 'd')
  expect(passed).toHaveLength(2)
  vi.advanceTimersByTime(minuteMs)
  expect(passed.at(-1)).toEqual(['d', 1])
})

test('a quiet workflow is told at once again, and one that is busy does not keep others back', () => {
  const { passed, add } = open()
  add('busy', 'a')
  add('other', 'b')
  vi.advanceTimersByTime(minuteMs)
  add('busy', 'c')
  expect(passed).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ])
})

test('a thousand at once are two messages', () => {
  const { passed, add } = open()
  for (let number = 0; number < 1_000; number++) add('workflow', String(number))
  vi.advanceTimersByTime(10 * minuteMs)
  expect(passed).toEqual([
    ['0', 1],
    ['999', 999],
  ])
})

test('nothing comes after the end', () => {
  const { passed, add, close } = open()
  add('workflow', 'a')
  add('workflow', 'b')
  close()
  vi.advanceTimersByTime(minuteMs)
  expect(passed).toEqual([['a', 1]])
})
