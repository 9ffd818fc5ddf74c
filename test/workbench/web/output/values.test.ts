import { expect, test } from 'vitest'
import { resolve } from '../../../../engine/index.ts'
import {
  filterValues,
  valueTreeOf,
  referenceTo,
  shortText,
  type ValueNode,
} from '../../../../workbench/web/output/values.ts'
import { sourceOf, sourcesOf } from '../../../../workbench/web/output/sources.ts'
import { operationNamed, operations } from '../forms.ts'

const node = (name: string, type: string) => ({ name, label: name, type, parameters: {} })
const flat = (pill: ValueNode): readonly ValueNode[] => [pill, ...pill.children.flatMap(flat)]
const getDeals = operationNamed('getDeals')

test.each(operations.map(({ name }) => name))(
  'every pill of %s is a reference that leads to its value',
  name => {
    const source = sourceOf({ name: 'a_1', label: '' }, operationNamed(name), {})
    for (const { path, value } of flat(valueTreeOf(source))) {
      const resolved = () => resolve(referenceTo(path), { a_1: source.output })
      if (value === undefined) expect(resolved).toThrow('can’t be resolved')
      else expect(resolved()).toEqual(value)
    }
  },
)

test('before a test there are samples, after it what came out, with keys that are not declared', () => {
  const before = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, {})
  expect(before.tested).toBe(false)
  expect(flat(valueTreeOf(before)).map(pill => pill.path)).toContain(
    'getDeals_1.body.data[0].user_id.name',
  )
  const samples = { getDeals_1: { body: { data: [{ title: 'Lamp', 'custom field': 7 }] } } }
  const after = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, samples)
  expect(after.tested).toBe(true)
  const pills = flat(valueTreeOf(after))
  expect(pills).toContainEqual(
    expect.objectContaining({ path: "getDeals_1.body.data[0]['custom field']", value: 7 }),
  )
})

test('a step is named by its label, and its members that are wanted most come first', () => {
  const details = operationNamed('getDealDetails')
  const tree = valueTreeOf(sourceOf({ name: 'deal_1', label: 'The deal' }, details, {}))
  expect(tree).toMatchObject({ name: 'The deal', path: 'deal_1' })
  const record = tree.children[0]?.children[0]
  expect(record?.path).toBe('deal_1.body.data')
  expect(record?.children.slice(0, 3).map(({ name }) => name)).toEqual(['id', 'title', 'value'])
})

test('keys are written so that they can be read back', () => {
  const output = { 'a b': 1, "it's": 2, '0': 3, 'x}': 4, '"\'': 5 }
  const schema = { type: 'OBJECT', controlType: 'OBJECT_BUILDER' } as const
  const pill = valueTreeOf({ name: 'a', label: '', output, schema, tested: true, origin: 'test' })
  const paths = pill.children.map(child => child.path)
  expect(paths.sort()).toEqual(['a["it\'s"]', "a['0']", "a['a b']", "a['x}']"])
  for (const { path, value } of pill.children)
    expect(resolve(referenceTo(path), { a: output })).toBe(value)
})

test('an empty list still shows what its rows would have', () => {
  const samples = { getDeals_1: { body: { data: [] } } }
  const source = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, samples)
  expect(flat(valueTreeOf(source))).toContainEqual(
    expect.objectContaining({ path: 'getDeals_1.body.data[0].title', value: undefined }),
  )
})

test('the filter keeps the way to what was found', () => {
  const source = sourceOf({ name: 'getDeals_1', label: '' }, getDeals, {})
  const [found] = filterValues([valueTreeOf(source)], ' Owner_ID ')
  expect(found && flat(found).map(pill => pill.path)).toEqual([
    'getDeals_1',
    'getDeals_1.body',
    'getDeals_1.body.data',
    'getDeals_1.body.data[0]',
    'getDeals_1.body.data[0].org_id',
    'getDeals_1.body.data[0].org_id.owner_id',
  ])
  expect(filterValues([valueTreeOf(source)], 'nowhere')).toEqual([])
})

test('nodes of unknown operations are left out', () => {
  const nodes = [node('a', 'getDeals'), node('b', 'unknown'), node('c', 'getDeals')]
  const operationOf = (type: string) => operations.find(({ name }) => name === type)
  expect(sourcesOf(nodes, {}, operationOf).map(({ name }) => name)).toEqual(['a', 'c'])
})

test.each([
  [{ value: 99.5, currency: 'EUR' }, '99.5 · EUR'],
  [{ value: '22:00:00', until: '06:00:00', timezone_id: null }, '22:00:00 · 06:00:00'],
  [{ id: 3, name: 'Ada', value: 3 }, 'Ada'],
  [{ id: 3 }, ''],
  [['Hardware', 'R&D / training'], 'Hardware, R&D / training'],
  [[{ id: 1 }], '1 item'],
  [[], '0 items'],
  [null, 'null'],
])('%j is read at a glance as %s', (value, text) => expect(shortText(value)).toBe(text))
