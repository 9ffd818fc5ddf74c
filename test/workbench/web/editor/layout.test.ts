import { expect, test } from 'vitest'
import {
  card,
  gapAt,
  layout,
  linesBetween,
  startingView,
} from '../../../../workbench/web/editor/layout.ts'

const names = (tasks: readonly string[], ...triggers: readonly string[]) => ({ tasks, triggers })

const abc = layout(names(['a', 'b', 'c'], 'trigger_1'))
const yOf = (name: string) => abc.find(each => each.name === name)!.y

test('nodes stand one below the other, the trigger on top and a + at the end', () => {
  expect(abc.map(({ kind }) => kind)).toEqual(['trigger', 'task', 'task', 'task', 'end'])
  abc.slice(1).forEach(({ y }, at) => expect(y - abc[at]!.y).toBeGreaterThan(card.height))
})

test('without a trigger its place is held', () => {
  expect(layout(names([])).map(({ kind }) => kind)).toEqual(['start', 'end'])
})

test('each line leads to the gap in which a dropped task lands', () => {
  expect(linesBetween(abc).map(({ gap }) => gap)).toEqual([0, 1, 2, 3])
  expect(linesBetween(layout(names([]))).map(({ gap }) => gap)).toEqual([0])
})

test('the gap at a height is that between the nearest cards', () => {
  const middle = (name: string) => yOf(name) + card.height / 2
  expect(gapAt(abc, -1_000)).toBe(0)
  expect(gapAt(abc, middle('a') - 1)).toBe(0)
  expect(gapAt(abc, middle('a') + 1)).toBe(1)
  expect(gapAt(abc, middle('c') + 1)).toBe(3)
  expect(gapAt(abc, 10_000)).toBe(3)
})

test('ids differ even where a file has two nodes of one name', () => {
  const ids = layout(names(['a', 'a', 'end'], 'a')).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the canvas begins in the middle, or readable from the top where there is a lot', () => {
  const size = { width: 1_000, height: 800 }
  const few = startingView(layout(names(['a'])), size)
  expect(few).toMatchObject({ zoom: 1, x: 350 })
  expect(few.y).toBeGreaterThan(100)
  const many = startingView(layout(names(Array(60).fill('a'))), size)
  expect(many).toEqual({ zoom: 0.75, x: 387.5, y: 40 })
})
