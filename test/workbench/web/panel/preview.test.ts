import { expect, test } from 'vitest'
import { previewOf } from '../../../../workbench/web/panel/data/preview.ts'
import { sourceOf } from '../../../../workbench/web/output/sources.ts'
import { operationNamed } from '../forms.ts'

const deals = { body: { data: [{ id: 42, title: 'Lamp', lost_reason: null }] } }
const sources = [
  sourceOf({ name: 'getDeals_1', label: '' }, operationNamed('getDeals'), { getDeals_1: deals }),
  sourceOf({ name: 'addLead_1', label: '' }, operationNamed('addLead'), {}),
]
const of = (text: string) => previewOf(text, sources, ['addDeal_1', 'addDeal_2'])

test('a reference alone keeps its type; within a text it becomes text', () => {
  expect(of('${getDeals_1.body.data[0].id}')).toEqual({ value: 42, tested: true, problems: [] })
  expect(of('Re: ${getDeals_1.body.data[0].title}!')).toMatchObject({ value: 'Re: Lamp!' })
  expect(of('${getDeals_1.body.data[0].lost_reason}')).toMatchObject({ value: null })
  expect(of('$${literally}')).toMatchObject({ value: '${literally}', problems: [] })
})

test('a value that comes from a sample says so', () => {
  expect(of('${addLead_1.body.data.title}')).toMatchObject({ tested: false, problems: [] })
})

test.each([
  ['${nobody_1.id}', 'There is no step named nobody_1. Earlier steps: getDeals_1, addLead_1'],
  ['${addDeal_2.id}', 'addDeal_2 does not run before this step'],
  [
    '${getDeals_1.body.data[0].titel}',
    '${getDeals_1.body.data[0].titel} is not in the output of getDeals_1',
  ],
  [
    '${getDeals_1.body.data[1].title}',
    '${getDeals_1.body.data[1].title} has no value in the last output of getDeals_1',
  ],
  ['${getDeals_1.body', '${getDeals_1.body is not closed with }'],
  ['${1 + 1}', '${1 + 1} is not a reference: write ${node.member[0].member}'],
])('%s is marked before anything runs', (text, problem) => {
  expect(of(text)).toMatchObject({ problems: [problem] })
  expect(of(text)).not.toHaveProperty('value')
})

test('every reference of a text is judged', () => {
  expect(of('${a.b} ${getDeals_1.body.data[0].id} ${c.d}').problems).toHaveLength(2)
})
