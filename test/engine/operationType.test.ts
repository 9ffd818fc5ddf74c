import { parseType, typeOf } from '../../engine/index.ts'

test('a type is read into its parts and made of them', () => {
  const type = typeOf({ name: 'fake', version: 2 }, 'addNote')
  expect(type).toBe('fake/v2/addNote')
  expect(parseType(type)).toEqual({ component: 'fake', version: 'v2', operation: 'addNote' })
})

test.each(['loop/v1', 'fake/v1/a/b', 'fake', '/v1/a', '', 7, undefined])(
  '%j names no operation',
  type => {
    expect(parseType(type)?.operation).toBeUndefined()
  },
)
