import { describe, expect, test } from 'vitest'
import {
  array,
  boolean,
  date,
  dateTime,
  integer,
  number,
  object,
  propertyManifest,
  record,
  string,
  time,
  type Property,
} from '../../../../definitions/index.ts'
import { propertyOf } from '../../../../workbench/web/validation/inputs.ts'
import { toForm } from '../../../../workbench/web/panel/form/toForm.ts'
import { operationNamed, operations } from '../forms.ts'

const fieldOf = (property: Property) => {
  const manifest = { name: 'it', ...propertyManifest(property) }
  const { schema, uiSchema } = toForm({ properties: [manifest] }, {})
  return { schema: (schema['properties'] as Record<string, unknown>)['it'], ui: uiSchema['it'] }
}
const live = {
  optionsDataSource: {
    name: 'none',
    *options() {
      return { options: [] }
    },
  },
} as const

const suggested = string({ options: ['a', 'b'], openOptions: true })
const several = string({ options: ['a', 'b'], openOptions: true, optionsSeparator: ',' })

describe('each type is asked for in its own way', () => {
  test.each([
    ['STRING', string(), 'string', 'Text'],
    ['STRING with options', string({ options: ['a', 'b'] }), 'string', 'Choice'],
    ['STRING with suggestions', suggested, 'string', 'OpenChoice'],
    ['STRING of several options', several, 'string', 'Choices'],
    ['STRING with live options', string(live), 'string', 'LiveChoice'],
    ['INTEGER', integer(), 'integer', 'Number'],
    ['INTEGER with live options', integer(live), 'integer', 'LiveChoice'],
    ['NUMBER', number(), 'number', 'Number'],
    ['BOOLEAN', boolean(), 'boolean', 'Choice'],
    ['DATE', date(), 'string', 'DateTime'],
    ['DATE_TIME', dateTime(), 'string', 'DateTime'],
    ['TIME', time(), 'string', 'DateTime'],
    ['OBJECT', object({ properties: { a: string() } }), 'object', 'Group'],
    ['OBJECT of any keys', record(), 'object', 'Record'],
    ['ARRAY', array({ items: string() }), 'array', 'List'],
  ] as const)('%s', (_, property, type, field) => {
    expect(fieldOf(property)).toMatchObject({ schema: { type }, ui: { 'ui:field': field } })
  })

  test('ARRAY with options, fixed or live', () => {
    const choices = {
      name: 'it',
      type: 'ARRAY',
      controlType: 'MULTI_SELECT',
      items: [{ type: 'STRING', controlType: 'TEXT' }],
    } as const
    const of = (more: object) =>
      toForm({ properties: [{ ...choices, ...more, items: [...choices.items] }] }, {})
    expect(of({ options: [{ label: 'A', value: 'a' }] }).uiSchema).toEqual({
      it: { 'ui:field': 'Choices' },
    })
    expect(of({ optionsDataSource: {} }).uiSchema).toEqual({
      it: { 'ui:field': 'LiveChoices' },
    })
  })
})

test('what another field asks for stands right below it, wherever it was declared', () => {
  const { uiSchema } = toForm(operationNamed('addDeal'), { deal: { status: 'lost' } })
  const order = Object.keys(uiSchema['deal'] ?? {}).filter(key => !key.startsWith('ui:'))
  expect(order.indexOf('lost_reason')).toBe(order.indexOf('status') + 1)
  expect(order.indexOf('probability')).toBeGreaterThan(order.indexOf('lost_reason'))
})

test('labels, descriptions, placeholders and required marks are taken over at any depth', () => {
  const person = object({
    required: true,
    label: 'Person',
    properties: {
      email: array({
        label: 'Email',
        placeholder: 'Add to Email',
        items: object({
          properties: { value: string({ required: true, label: 'Address', description: 'Work' }) },
        }),
      }),
    },
  })
  expect(fieldOf(person)).toEqual({
    schema: {
      type: 'object',
      title: 'Person',
      properties: {
        email: {
          type: 'array',
          title: 'Email',
          items: {
            type: 'object',
            properties: { value: { type: 'string', title: 'Address' } },
            required: ['value'],
          },
        },
      },
    },
    ui: {
      'ui:field': 'Group',
      email: {
        'ui:field': 'List',
        'ui:placeholder': 'Add to Email',
        items: { 'ui:field': 'Group', value: { 'ui:field': 'Text', 'ui:help': 'Work' } },
      },
    },
  })
})

const askedIn = (input: unknown) => JSON.stringify(toForm(operationNamed('addDeal'), input).schema)

test('a property with a condition is asked for only while that holds, or may hold', () => {
  expect(askedIn({ deal: {} })).not.toContain('lost_reason')
  expect(askedIn({ deal: { status: 'won' } })).not.toContain('lost_reason')
  expect(askedIn({ deal: { status: 'lost' } })).toContain('lost_reason')
  expect(askedIn({ deal: { status: '${newDeal_1.status}' } })).toContain('lost_reason')
})

test.each(operations.map(({ name, properties }) => [name, properties] as const))(
  'the form of %s asks for every property that has no condition',
  (name, properties) => {
    const { schema } = toForm(operationNamed(name), {})
    expect(Object.keys(schema['properties'] as object)).toEqual(
      properties
        .filter(p => p.displayCondition === undefined && p.belongsTo === undefined)
        .map(p => p.name),
    )
  },
)

test('what belongs to another property is drawn with that, and names one that there is', () => {
  const related = operations.flatMap(operation =>
    operation.properties
      .filter(({ belongsTo }) => belongsTo !== undefined)
      .map(property => ({ operation, ...property })),
  )
  expect(related.map(({ operation, name }) => `${operation.name} ${name}`)).toContain(
    'updateDeal label_change',
  )
  for (const { operation, name = '', belongsTo = '' } of related) {
    expect(toForm(operation, {}).schema['properties']).not.toHaveProperty(name)
    expect(propertyOf(operation, belongsTo)).toBeDefined()
  }
})
