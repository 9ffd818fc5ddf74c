import { expect, test } from '@jest/globals'
import { resolve } from '../../../engine/index.ts'
import {
  filterPills,
  pillOf,
  referenceTo,
  type Pill,
} from '../../../workbench/web/panel/data/pills.ts'
import { sourceOf, sourcesBefore } from '../../../workbench/web/panel/data/sources.ts'
import { operationNamed, operations } from './forms.ts'

const node = (name: string, type: string) => ({ name, label: name, type, parameters: {} })
const flat = (pill: Pill): readonly Pill[] => [pill, ...pill.children.flatMap(flat)]
const getDeals = operationNamed('getDeals')

test.each(operations.map(({ name }) => name))(
  'every pill of %s is a reference that leads to its value',
  name => {
    const source = sourceOf({ name: 'a_1', label: '' }, operationNamed(name), {})
    for (const { path, value } of flat(pillOf(source))) {
      const resolved = () => resolve(referenceTo(path), { a_1: source.output })
      if (value === undefined) expect(resolved).toThrow('can’t be resolved')
      else expect(resolved()).toEqual(value)
    }
  },
)

test('before a test there are samples, after it what came out, with keys that are not declared', () => {
  const before = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, {})
  expect(before.tested).toBe(false)
  expect(flat(pillOf(before)).map(pill => pill.path)).toContain(
    'getDeals_1.body.data[0].user_id.name',
  )
  const samples = { getDeals_1: { body: { data: [{ title: 'Lamp', 'custom field': 7 }] } } }
  const after = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, samples)
  expect(after.tested).toBe(true)
  const pills = flat(pillOf(after))
  expect(pills).toContainEqual(
    expect.objectContaining({ path: "getDeals_1.body.data[0]['custom field']", value: 7 }),
  )
})

test('keys are written so that they can be read back', () => {
  const output = { 'a b': 1, "it's": 2, '0': 3, 'x}': 4, '"\'': 5 }
  const schema = { type: 'OBJECT', controlType: 'OBJECT_BUILDER' } as const
  const pill = pillOf({ name: 'a', label: '', output, schema, tested: true })
  const paths = pill.children.map(child => child.path)
  expect(paths.sort()).toEqual(['a["it\'s"]', "a['0']", "a['a b']", "a['x}']"])
  for (const { path, value } of pill.children)
    expect(resolve(referenceTo(path), { a: output })).toBe(value)
})

test('an empty list still shows what its rows would have', () => {
  const samples = { getDeals_1: { body: { data: [] } } }
  const source = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, samples)
  expect(flat(pillOf(source))).toContainEqual(
    expect.objectContaining({ path: 'getDeals_1.body.data[0].title', value: undefined }),
  )
})

test('the filter keeps the way to what was found', () => {
  const source = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, {})
  const [found] = filterPills([pillOf(source)], ' Owner_ID ')
  expect(found && flat(found).map(pill => pill.path)).toEqual([
    'getDeals_1',
    'getDeals_1.body',
    'getDeals_1.body.data',
    'getDeals_1.body.data[0]',
    'getDeals_1.body.data[0].org_id',
    'getDeals_1.body.data[0].org_id.owner_id',
  ])
  expect(filterPills([pillOf(source)], 'nowhere')).toEqual([])
})

test('only nodes that run before are offered', () => {
  const definition = {
    label: '',
    triggers: [node('newDeal_1', 'getDeals')],
    tasks: [
      node('a', 'getDeals'),
      node('b', 'unknown'),
      node('c', 'getDeals'),
      node('d', 'getDeals'),
    ],
  }
  const operationOf = (type: string) => operations.find(({ name }) => name === type)
  const before = (name: string) =>
    sourcesBefore({ definition, samples: {} }, name, operationOf).map(source => source.name)
  expect(before('c')).toEqual(['newDeal_1', 'a'])
  expect(before('newDeal_1')).toEqual([])
})
