import { expect, test } from 'vitest'
import fc from 'fast-check'
import { pipedrive } from '../../component/index.ts'
import { stagesOfDealPipeline } from '../../component/options/settings.ts'
import {
  action,
  array,
  checkDefinition,
  integer,
  object,
  parseCondition,
  string,
  type Properties,
} from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'

const problemsOf = (properties: Properties, anyOf: readonly (readonly string[])[] = []) =>
  checkDefinition({
    ...pipedrive,
    triggers: [],
    actions: [
      action({
        name: 'a',
        title: 'A',
        description: 'A.',
        effect: 'read',
        properties,
        anyOf,
        output: inBody({ id: integer() }),
        sampleOutput: { body: { id: 1 } },
        *perform() {
          return { body: { id: 1 } }
        },
      }),
    ],
  })

test('the component has no problems', () => {
  expect(checkDefinition(pipedrive)).toEqual([])
})

test('a condition that names no property is found at any depth', () => {
  const shown = (displayCondition: string) => string({ displayCondition })
  const deal = (condition: string) =>
    object({ properties: { status: string(), reason: shown(condition) } })
  expect(problemsOf({ deal: deal("deal.status == 'lost'") })).toEqual([])
  expect(problemsOf({ deal: deal("status == 'lost'") })).toEqual([
    'a: displayCondition names status, which is not a property',
  ])
  expect(problemsOf({ deals: array({ items: deal("deal.state != 'lost'") }) })).toEqual([
    'a: displayCondition names deal.state, which is not a property',
  ])
})

test('so are a rule and a list of options that depend on none', () => {
  const lead = object({ properties: { person_id: integer() } })
  expect(problemsOf({ lead }, [['lead.person_id'], ['lead.org_id']])).toEqual([
    'a: anyOf names lead.org_id, which is not a property',
  ])
  const stage_id = integer({ optionsDataSource: stagesOfDealPipeline })
  expect(problemsOf({ stage_id })).toEqual([
    'a: optionsLookupDependsOn names deal.pipeline_id, which is not a property',
  ])
})

test('two operations of one name are found', () => {
  expect(
    checkDefinition({ ...pipedrive, actions: [...pipedrive.actions, ...pipedrive.actions] }),
  ).toContain('two operations are called getDeals')
})

const comparisons = fc.array(
  fc.record({
    path: fc.array(fc.stringMatching(/^\w+$/), { minLength: 1, maxLength: 3 }),
    equals: fc.boolean(),
    literal: fc.stringMatching(/^[^'&]*$/),
  }),
  { minLength: 1, maxLength: 3 },
)

test('a condition that is written down is read again', () => {
  fc.assert(
    fc.property(comparisons, parts => {
      const text = parts.map(
        ({ path, equals, literal }) => `${path.join('.')} ${equals ? '==' : '!='} '${literal}'`,
      )
      expect(parseCondition(text.join(' && '))).toEqual(parts)
    }),
  )
})

test.each(['', 'a', "a = 'b'", 'a == b', "a == 'b' || c == 'd'", "a == 'b' && ", "a b == 'c'"])(
  'the condition "%s" is refused',
  condition => {
    expect(() => parseCondition(condition)).toThrow(SyntaxError)
  },
)
