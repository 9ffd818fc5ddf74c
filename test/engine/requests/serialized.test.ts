import { expect, test } from 'vitest'
import { serialized, type Lines } from '../../../engine/requests/serialized.ts'

const open = () => {
  const lines: Lines = new Map()
  const log: string[] = []
  const work = (name: string, keys: readonly string[], signal?: AbortSignal) =>
    serialized(
      lines,
      keys,
      async () => {
        log.push(`${name}<`)
        await new Promise(setImmediate)
        log.push(`>${name}`)
      },
      signal,
    )
  return { lines, log, work }
}

test('work that shares a key runs in the order in which it came', async () => {
  const { lines, log, work } = open()
  await Promise.all([work('1', ['a', 'b']), work('2', ['b', 'a']), work('3', ['c', 'a', 'c'])])
  expect(log).toEqual(['1<', '>1', '2<', '>2', '3<', '>3'])
  expect(lines.size).toBe(0)
})

test('work without a common key runs at the same time', async () => {
  const { log, work } = open()
  await Promise.all([work('1', ['a']), work('2', ['b', 'c']), work('3', [])])
  expect(log.slice(0, 3).sort()).toEqual(['1<', '2<', '3<'])
})

test('work that gives up in line lets nothing overtake what was before it', async () => {
  const { lines, log, work } = open()
  const first = work('1', ['a', 'b'])
  const gone = work('2', ['b', 'c'], AbortSignal.abort(new Error('gone')))
  const last = work('3', ['c'])
  await expect(gone).rejects.toThrow('gone')
  await Promise.all([first, last])
  expect(log).toEqual(['1<', '>1', '3<', '>3'])
  expect(lines.size).toBe(0)
})
