import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  array,
  boolean,
  date,
  integer,
  member,
  number,
  object,
  read,
  readOptional,
  record,
  string,
  UnexpectedResponseError,
} from '../../definitions/index.ts'

import { catchError } from './catchError.ts'

const Row = object({
  properties: {
    id: integer({ required: true }),
    name: string(),
    price: number(),
    open: boolean(),
    due: date(),
    tags: array({ items: string({ required: true }) }),
    owner: object({ properties: { id: integer({ required: true }), name: string() } }),
    extra: record(),
  },
})

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const rows = fc.record(
  {
    id: fc.integer(),
    name: maybe(fc.string()),
    price: maybe(fc.double()),
    open: maybe(fc.boolean()),
    due: maybe(fc.constant('2026-12-31')),
    tags: maybe(fc.array(fc.string())),
    owner: maybe(fc.record({ id: fc.integer(), name: maybe(fc.string()) })),
    extra: maybe(fc.dictionary(fc.string(), fc.jsonValue())),
    undescribed: fc.jsonValue(),
  },
  { requiredKeys: ['id'] },
)

test('what fits is given back as it is, undescribed members included', () => {
  fc.assert(
    fc.property(rows, row => {
      const before = structuredClone(row)
      expect(read(Row, row)).toBe(row)
      expect(row).toEqual(before)
    }),
  )
})

const wrong: readonly (readonly [string, string, unknown])[] = [
  ['id', 'INTEGER', '1'],
  ['id', 'INTEGER', null],
  ['id', 'INTEGER', undefined],
  ['name', 'STRING', 1],
  ['price', 'NUMBER', '9.50'],
  ['open', 'BOOLEAN', 1],
  ['due', 'DATE', 20261231],
  ['tags', 'ARRAY', { 0: 'a' }],
  ['owner', 'OBJECT', []],
  ['owner', 'OBJECT', 1],
  ['extra', 'OBJECT', 'text'],
]
test.each(wrong)('%s that is not of type %s is refused with its path', (key, type, value) => {
  fc.assert(
    fc.property(rows, row => {
      const shape = catchError(() => read(Row, { ...row, [key]: value }, 'data'))
      expect(shape).toBeInstanceOf(UnexpectedResponseError)
      expect(shape).toMatchObject({ path: `data.${key}`, recovery: 'report' })
      expect(String(shape)).toContain(`data.${key}: expected ${type}, got `)
    }),
  )
})

test('paths lead through lists and objects', () => {
  const Rows = array({ items: Row })
  expect(() => read(Rows, [{ id: 1 }, { id: 2, tags: ['a', 1] }], 'data')).toThrow(
    'data[1].tags[1]: expected STRING, got number',
  )
  expect(() => read(Rows, [{ id: 1, owner: { id: null } }])).toThrow(
    '[0].owner.id: expected INTEGER, got null',
  )
  expect(() => read(Rows, [null])).toThrow('[0]: expected OBJECT, got null')
})

test('what may be missing altogether is undefined, and is read otherwise', () => {
  expect(readOptional(Row, null)).toBeUndefined()
  expect(readOptional(Row, undefined)).toBeUndefined()
  expect(readOptional(Row, { id: 1 })).toEqual({ id: 1 })
  expect(() => readOptional(Row, { id: '1' })).toThrow(UnexpectedResponseError)
})

describe('member', () => {
  test('gives own members of objects and nothing else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (object, key) => {
        expect(member(object, key)).toBe(Object.hasOwn(object, key) ? object[key] : undefined)
      }),
    )
    for (const key of ['constructor', '__proto__', 'toString'])
      expect(member({}, key)).toBeUndefined()
    for (const value of [null, undefined, 1, 'text', true])
      expect(member(value, 'length')).toBeUndefined()
  })
})
