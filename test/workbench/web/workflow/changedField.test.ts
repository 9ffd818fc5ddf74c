import { expect, test } from 'vitest'
import { changedField } from '../../../../workbench/web/workflow/changedField.ts'

test('typing changes one field, from its first character to its last', () => {
  expect(changedField({}, { title: 'A' })).toBe('title')
  expect(changedField({ title: 'A' }, { title: 'AB' })).toBe('title')
  expect(changedField({ title: 'A' }, {})).toBe('title')
  expect(changedField({ deal: { title: 'A' } }, { deal: { title: 'A', value: '1' } })).toBe(
    'deal.value',
  )
  expect(changedField({ phone: [{ value: '1' }] }, { phone: [{ value: '12' }] })).toBe(
    'phone.0.value',
  )
})

test('the first field of a group or a list counts as that field', () => {
  expect(changedField({}, { deal: { title: 'A' } })).toBe('deal.title')
  expect(changedField({ deal: { title: 'A' } }, {})).toBe('deal.title')
  expect(changedField({}, { phone: [{ value: '1' }] })).toBe('phone.0.value')
})

test('clearing a field is a change of its own, and so is taking it back', () => {
  expect(changedField({ deal: { value: 1 } }, { deal: { value: null } })).toBeUndefined()
  expect(changedField({ deal: {} }, { deal: { value: null } })).toBeUndefined()
  expect(changedField({ deal: { value: null } }, { deal: { value: 1 } })).toBeUndefined()
  expect(changedField({ value: { amount: 1 } }, { value: null })).toBeUndefined()
})

test('what changes several fields, or takes away a row, is about none', () => {
  expect(changedField({ a: 1, b: 2 }, { a: 2, b: 3 })).toBeUndefined()
  expect(changedField({ phone: ['1', '2'] }, { phone: ['1'] })).toBeUndefined()
  expect(changedField({ phone: ['1', '2'] }, { phone: ['2'] })).toBeUndefined()
  expect(changedField({ a: 1 }, { a: 1 })).toBeUndefined()
})
