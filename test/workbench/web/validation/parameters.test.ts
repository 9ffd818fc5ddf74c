import { describe, expect, test } from 'vitest'
import {
  omitPath,
  parametersOf,
  withDefaults,
} from '../../../../workbench/web/validation/parameters.ts'
import { textFromValue, valueFromText } from '../../../../workbench/web/panel/form/keyValue.ts'
import { numberFromText } from '../../../../engine/index.ts'
import { transcripts } from '../../../transcripts/files.ts'
import { operationNamed, operations } from '../forms.ts'

const kept = (name: string, draft: unknown) => parametersOf(operationNamed(name), draft)

describe('a form that is filled in becomes parameters', () => {
  test('empty fields, groups and lists are left out', () => {
    const deal = { title: 'T', value: '', user_id: undefined, status: null }
    expect(kept('addDeal', { deal })).toEqual({ deal: { title: 'T' } })
    expect(kept('addDeal', { deal: { title: '' } })).toEqual({})
    expect(kept('addLead', { lead: { title: 'L', value: {}, label_ids: [] } })).toEqual({
      lead: { title: 'L' },
    })
  })

  test('a row of text that is empty is left out, a row of fields stays', () => {
    expect(kept('addLead', { lead: { label_ids: ['', 'x', undefined] } })).toEqual({
      lead: { label_ids: ['x'] },
    })
    expect(kept('addPerson', { person: { email: [{}, { value: 'a' }] } })).toEqual({
      person: { email: [{}, { value: 'a' }] },
    })
  })

  test('what is not shown is left out, and comes back with its field', () => {
    const deal = { title: 'T', lost_reason: 'Price' }
    expect(kept('addDeal', { deal: { ...deal, status: 'won' } })).toEqual({
      deal: { title: 'T', status: 'won' },
    })
    expect(kept('addDeal', { deal: { ...deal, status: 'lost' } })).toEqual({
      deal: { ...deal, status: 'lost' },
    })
  })

  test('false, zero and blanks are values, and keys that are not declared stay', () => {
    const draft = { term: ' ', exact_match: false, other: 1 }
    expect(kept('searchDeals', draft)).toEqual(draft)
  })

  test.each(operations.map(({ name }) => name))('inputs of %s stay as they are', name => {
    for (const { operation, input } of transcripts)
      if (operation === `actions/${name}`) expect(kept(name, input)).toEqual(input)
  })
})

test('null is kept where it clears what the account has, and dropped elsewhere', () => {
  const draft = { id: 1, deal: { title: null, person_id: null, label_ids: null } }
  expect(parametersOf(operationNamed('updateDeal'), draft)).toEqual({
    id: 1,
    deal: { person_id: null, label_ids: null },
  })
})

test('a typed number becomes one unless something would be lost', () => {
  expect(
    ['42', '-0.5', '0', '007', '1.', '1e3', '12345678901234567890', ''].map(numberFromText),
  ).toEqual([42, -0.5, 0, '007', '1.', '1e3', '12345678901234567890', ''])
})

test.each([
  ['42', 42],
  ['"42"', '42'],
  ['true', true],
  ['null', null],
  ['007', '007'],
  ['hello', 'hello'],
  ['{"a": [1]}', { a: [1] }],
  ['{broken}', '{broken}'],
  ['${newDeal_1.title}', '${newDeal_1.title}'],
  [' spaced ', ' spaced '],
])('the text %s stands for %j', (text, value) => {
  expect(valueFromText(text)).toEqual(value)
})

test.each([
  '',
  '42',
  ' 42 ',
  '"',
  '"a"',
  'true',
  'plain',
  '{"a":1}',
  '[',
  'null',
  42,
  true,
  null,
  [1],
])('the value %j survives being typed', value => {
  expect(valueFromText(textFromValue(value))).toEqual(value)
})

test('null stays where it clears, and is no value elsewhere', () => {
  const inputs = {
    properties: [
      { name: 'cleared', type: 'STRING', nullable: true },
      { name: 'empty', type: 'STRING' },
    ],
  } as const
  const draft = { cleared: null, empty: null }
  expect(parametersOf({ properties: [...inputs.properties] }, draft)).toEqual({ cleared: null })
  expect(withDefaults({ properties: [...inputs.properties] }, draft)).toEqual({ cleared: null })
})

test('one member is taken away, at any depth, and nothing else', () => {
  const value = { deal: { title: 'T', vaule: 1 }, list: [{ a: 1, b: 2 }] }
  expect(omitPath(value, ['deal', 'vaule'])).toEqual({ ...value, deal: { title: 'T' } })
  expect(omitPath(value, ['list', '0', 'b'])).toEqual({ ...value, list: [{ a: 1 }] })
  expect(omitPath(value, ['nowhere', 'x'])).toEqual(value)
})
