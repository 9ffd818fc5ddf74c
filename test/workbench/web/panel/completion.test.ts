import { expect, test } from 'vitest'
import {
  allCompletions,
  completionsOf,
  openReference,
} from '../../../../workbench/web/panel/data/completion.ts'
import { partsOf } from '../../../../workbench/web/panel/data/chips.ts'
import { sourceOf } from '../../../../workbench/web/output/sources.ts'
import { valueTreeOf } from '../../../../workbench/web/output/values.ts'
import { operationNamed, triggerNamed } from '../forms.ts'

const deals = { body: { data: [{ id: 42, title: 'Lamp' }] } }
const sources = [
  sourceOf({ name: 'trigger_1', label: 'New Deal' }, triggerNamed('newDeal'), {}),
  sourceOf({ name: 'getDeals_1', label: '' }, operationNamed('getDeals'), { getDeals_1: deals }),
]
const all = allCompletions(
  sources.map(source => ({ label: source.label, tree: valueTreeOf(source) })),
)
const pathsFor = (query: string) => completionsOf(all, query).map(({ path }) => path)

/** `|` is the caret. */
test.each([
  ['${|', { start: 0, end: 2, query: '' }],
  ['Re: ${tri| now', { start: 4, end: 9, query: 'tri' }],
  ['${trigger_1.ti|tle} x', { start: 0, end: 18, query: 'trigger_1.ti' }],
  ['${a.b}|', undefined],
  ["${a.b ?? '|", undefined],
  ['$${|', undefined],
  ['$|{', undefined],
  ['plain|', undefined],
])('a reference is open at the caret in %s', (marked, open) => {
  expect(openReference(marked.replace('|', ''), marked.indexOf('|'))).toEqual(open)
})

test('paths that begin with what is typed come first, then those that have it within', () => {
  expect(pathsFor('trigger_1.title')[0]).toBe('trigger_1.title')
  expect(pathsFor('title').slice(0, 2)).toEqual([
    'getDeals_1.body.data[0].title',
    'trigger_1.title',
  ])
  expect(pathsFor('new deal')).toContain('trigger_1.title')
  expect(pathsFor('')[0]).toBe('getDeals_1')
  expect(pathsFor('nothing like it')).toEqual([])
})

test('references are shown by the label of their step; what leads nowhere stays as it is', () => {
  expect(
    partsOf("For ${trigger_1.title ?? 'x'}: ${getDeals_1.body.data[0].id}${gone.a}!", sources),
  ).toEqual([
    { text: 'For ' },
    {
      text: "${trigger_1.title ?? 'x'}",
      chip: { step: 'New Deal', path: 'title', fallback: "'x'", isBroken: false },
    },
    { text: ': ' },
    {
      text: '${getDeals_1.body.data[0].id}',
      chip: { step: 'getDeals_1', path: '[0].id', isBroken: false },
    },
    { text: '${gone.a}!' },
  ])
})
