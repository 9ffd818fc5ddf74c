import { expect, test } from 'vitest'
import fc from 'fast-check'
import { pipedrive } from '../../component/index.ts'
import { stagesOfDealPipeline } from '../../component/options/settings.ts'
import {
  action,
  array,
  checkDefinition,
  dynamicProperties,
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
        agentHint: 'For tests.',
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

test('a hint for agents that is empty or names an action that there is not is found', () => {
  const [addDeal, ...actions] = pipedrive.actions
  if (!addDeal) throw new Error('there is no action')
  const hinted = (agentHint: string) =>
    checkDefinition({ ...pipedrive, actions: [{ ...addDeal, agentHint }, ...actions] })
  expect(hinted(' ')).toContain(`${addDeal.name}: agentHint is empty`)
  expect(hinted('See findDeal.')).toContain(
    `${addDeal.name}: agentHint names findDeal, which is not an action`,
  )
  expect(hinted('Adds a deal; see searchDeals.')).toEqual([])
  expect(hinted('Adds one that searchDeals has not found.')).toEqual([
    `${addDeal.name}: agentHint names searchDeals before its first semicolon`,
  ])
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

test('a group of dynamic properties without a source is found, and so is a source elsewhere', () => {
  const source = {
    properties: function* () {
      return {}
    },
  }
  expect(problemsOf({ a: dynamicProperties({ propertiesDataSource: source }) })).toEqual([])
  expect(problemsOf({ a: { type: 'DYNAMIC_PROPERTIES', label: 'More' } })).toEqual([
    'a: More has dynamic properties and no propertiesDataSource',
  ])
  expect(problemsOf({ a: { ...string({ label: 'Text' }), propertiesDataSource: source } })).toEqual(
    ['a: Text has a propertiesDataSource and no dynamic properties'],
  )
  const onOther = { ...source, propertiesLookupDependsOn: ['b'] }
  expect(problemsOf({ a: dynamicProperties({ propertiesDataSource: onOther }) })).toEqual([
    'a: propertiesLookupDependsOn names b, which is not a property',
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
