import { expect, test } from 'vitest'
import {
  objectFromJson,
  recordOf,
  rowsFor,
  rowsProblem,
} from '../../../../workbench/web/panel/form/keyValue.ts'

test('rows become an object and come back from it', () => {
  const value = { limit: 3, name: '42', nested: { a: [1] }, from: '${newDeal_1.id}' }
  expect(recordOf(rowsFor(value, []))).toEqual(value)
})

test('rows stay as they were typed while they stand for the same value', () => {
  const typed = [...rowsFor({ a: 1 }, []), { id: -1, key: '', text: 'no key yet' }]
  expect(rowsFor({ a: 1 }, typed)).toBe(typed)
  expect(rowsFor({ a: 2 }, typed).map(({ text }) => text)).toEqual(['2'])
})

test('without a key there is no object', () => {
  expect(recordOf([{ id: 1, key: '', text: 'x' }])).toBeUndefined()
  expect(rowsFor(undefined, [])).toEqual([])
})

test('JSON is taken where it is an object', () => {
  expect(objectFromJson('{"a": 1}')).toEqual({ value: { a: 1 } })
  expect(objectFromJson('  ')).toEqual({ value: undefined })
  for (const text of ['[1]', '42', 'null'])
    expect(objectFromJson(text)).toEqual({ message: 'Not a JSON object: it must begin with {' })
  expect(objectFromJson('{\n"a":')).toEqual({
    message: expect.stringMatching(/^Not valid JSON: .*\(line 2\)$/),
  })
})

test('rows that would lose something are told apart', () => {
  const row = (key: string, text: string) => ({ id: 1, key, text })
  expect(rowsProblem([row('a', '1'), row('', '')])).toBeUndefined()
  expect(rowsProblem([row('a', ''), row('', '2')])).toBe('Row 2 has a value but no key')
  expect(rowsProblem([row('a', '1'), row('a', '2')])).toBe('The key “a” appears more than once')
})
