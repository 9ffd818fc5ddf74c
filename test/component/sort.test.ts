import { expect, test } from 'vitest'
import fc from 'fast-check'
import { dealFields, organizationFields, personFields, startsWith } from '../../component/lists.ts'
import { sortRows, compare, sorting } from '../../component/sort.ts'
import { fold } from '../../component/text.ts'
import { InputError } from '../../definitions/index.ts'

const fields = ['id', 'title', 'value', 'add_time'] as const
const key = fc.record({ field: fc.constantFrom(...fields), descending: fc.boolean() })
const keys = fc.array(key, { minLength: 1, maxLength: 4 })
const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null))
const rows = fc.array(
  fc.record(
    { title: fc.option(fc.constantFrom('a', 'A', 'b', 'ä', '')), value, open: fc.boolean() },
    { requiredKeys: [] },
  ),
)

test('what is written is read: fields, directions, spaces and commas', () => {
  const direction = fc.constantFrom(' ASC', ' asc', ' DESC', ' desc', '')
  const written = fc.array(fc.tuple(fc.constantFrom(...fields), direction), { maxLength: 4 })
  fc.assert(
    fc.property(written, fc.constantFrom(',', ', ', ' ,, '), (parts, comma) => {
      const { keys, query } = sorting(parts.map(part => part.join('')).join(comma), fields)
      const expected = parts.map(([field, direction]) => ({
        field,
        descending: direction.trim().toLowerCase() === 'desc',
      }))
      const [first] = expected
      const byApi = first && expected.length === 1 && ['id', 'add_time'].includes(first.field)
      expect(keys).toEqual(byApi ? [] : expected)
      expect(query).toEqual(
        byApi ? { sort_by: first.field, sort_direction: first.descending ? 'desc' : 'asc' } : {},
      )
    }),
  )
})

test('anything else is an input error that names the fields', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z_.]+( (up|ASCENDING|nulls))?$/), text => {
      fc.pre(!fields.some(field => field === text))
      expect(() => sorting(text, fields)).toThrow(InputError)
      expect(() => sorting(`title, ${text}`, fields)).toThrow(`"${text}"`)
    }),
  )
})

test('every order keeps all rows, and each pair stands right', () => {
  fc.assert(
    fc.property(rows, keys, (rows, keys) => {
      const sorted = sortRows({ keys })?.apply(rows) ?? []
      expect(new Set(sorted)).toEqual(new Set(rows))
      expect(sorted).toHaveLength(rows.length)
      sorted.slice(1).forEach((row, at) => {
        const before: Readonly<Record<string, unknown>> = { ...sorted[at] }
        const after: Readonly<Record<string, unknown>> = { ...row }
        const [first = 0] = keys
          .map(({ field, descending }) => compare(before[field], after[field], descending))
          .filter(order => order !== 0)
        expect(first).toBeLessThanOrEqual(0)
      })
    }),
  )
})

test('rows that compare equal stay as they were', () => {
  fc.assert(
    fc.property(rows, rows => {
      const sorted = sortRows({ keys: [{ field: 'value', descending: true }] })?.apply(rows) ?? []
      for (const group of [0, 1, 2, 3])
        expect(sorted.filter(row => row.value === group)).toEqual(
          rows.filter(row => row.value === group),
        )
    }),
  )
})

test('no order is no arrangement', () => {
  expect(sortRows(sorting(undefined, fields))).toBeUndefined()
  expect(sortRows(sorting(' , ', fields))).toBeUndefined()
})

test('numbers, texts and truths compare with their kind; what has no value comes last', () => {
  expect(compare(2, 10)).toBe(-1)
  expect(compare('b', 'A')).toBe(1)
  expect(compare('b', 'A', true)).toBe(-1)
  expect(compare('Ada', 'ada')).toBe(0)
  expect(compare(false, true)).toBe(-1)
  for (const descending of [true, false]) {
    expect(compare(null, 1, descending)).toBe(1)
    expect(compare(1, undefined, descending)).toBe(-1)
    expect(compare(null, undefined, descending)).toBe(0)
  }
})

test('first characters keep the names that start so, whatever their case', () => {
  const names = fc.array(fc.record({ name: fc.option(fc.string({ maxLength: 4 })) }))
  fc.assert(
    fc.property(names, fc.string({ minLength: 1, maxLength: 2 }), (rows, prefix) => {
      expect(rows.filter(startsWith(prefix) ?? (() => true))).toEqual(
        rows.filter(({ name }) => name && fold(name).startsWith(fold(prefix))),
      )
    }),
  )
})

test.each([
  ['deals', dealFields],
  ['persons', personFields],
  ['organizations', organizationFields],
])('%s can be sorted by what the API sorts by', (_records, fields) => {
  expect(fields).toEqual(expect.arrayContaining(['id', 'add_time', 'update_time']))
})
