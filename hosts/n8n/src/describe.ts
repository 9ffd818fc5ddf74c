import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow'
import type { Component } from '../../../definitions/index.ts'
import { fieldProperties } from './fields.ts'
import { layoutOf, type Placed } from './layout.ts'
import { titleCase, sentence } from './texts.ts'

/** The parameters of the action node: resource, operation, and what each operation takes. */
export const describe = (component: Component): INodeProperties[] => {
  const layout = layoutOf(component)
  const resources = [...new Map(layout.map(({ resource, kind }) => [resource, kind]))]
    .map(([value, { title }]) => ({ name: title, value }))
    .sort(byName)
  return [
    {
      displayName: 'Resource',
      name: 'resource',
      type: 'options',
      noDataExpression: true,
      options: resources,
      default: resources[0]?.value ?? '',
    },
    ...resources.flatMap(({ value }) => {
      const own = layout.filter(({ resource }) => resource === value)
      return [operationProperty(value, own), ...own.flatMap(one => parametersOf(component, one))]
    }),
  ]
}

const operationProperty = (resource: string, own: readonly Placed[]): INodeProperties => {
  const options = own.map(operationOption).sort(byName)
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [resource] } },
    options,
    default: options[0]?.value ?? '',
  }
}

const titles: Readonly<Record<string, string>> = { getAll: 'Get Many' }

const operationOption = ({ operation, manifest, kind }: Placed): INodePropertyOptions => {
  const name = titles[operation] ?? titleCase(operation)
  const many = operation === 'getAll' || operation === 'search'
  const one = kind.title.toLowerCase()
  const object = many
    ? kind.pluralTitle.toLowerCase()
    : `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`
  return {
    name,
    value: operation,
    description: sentence(manifest.description).replace(/^Returns all\b/, 'Returns many'),
    action: `${name.charAt(0)}${name.slice(1).toLowerCase()} ${object}`,
  }
}

const parametersOf = (component: Component, placed: Placed): INodeProperties[] => {
  const { resource, operation, action, fields } = placed
  const show = { resource: [resource], operation: [operation] }
  const top = fields.filter(({ collection }) => collection === undefined)
  const inner = fields.filter(({ collection }) => collection !== undefined)
  const [first] = inner
  return [
    ...top.map(field => ({
      ...fieldProperties(component, placed, field),
      displayOptions: { show },
    })),
    ...(action.list ? listProperties(show) : []),
    ...(action.effect === 'delete' ? [] : [simplify(show)]),
    ...(first?.collection
      ? [
          {
            ...collections[first.collection],
            name: first.collection,
            type: 'collection',
            default: {},
            displayOptions: { show },
            options: inner
              .map(field => fieldProperties(component, placed, field))
              .sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
          },
        ]
      : []),
    ...(placed.canFind ? [writeOptions(show)] : []),
  ]
}

type Show = Readonly<Record<string, readonly unknown[]>>

const collections = {
  additionalFields: { displayName: 'Additional Fields', placeholder: 'Add Field' },
  filters: { displayName: 'Filters', placeholder: 'Add Filter' },
  updateFields: {
    displayName: 'Update Fields',
    placeholder: 'Add Field',
    description:
      'What is not added stays as it is. What is added and left empty is cleared, where the field can be empty. Lists are emptied by the change “replace” without an entry.',
  },
} as const

const listProperties = (show: Show): INodeProperties[] => [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
    displayOptions: { show },
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
    displayOptions: { show: { ...show, returnAll: [false] } },
  },
]

const simplify = (show: Show): INodeProperties => ({
  displayName: 'Simplify',
  name: 'simple',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
  displayOptions: { show },
})

/** What to do when a connection broke before the answer to a write. */
const writeOptions = (show: Show): INodeProperties => ({
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add option',
  default: {},
  displayOptions: { show },
  options: [
    {
      displayName: 'On Unknown Outcome',
      name: 'onUnknownOutcome',
      type: 'options',
      options: [
        {
          name: 'Fail',
          value: 'fail',
          description: 'The item fails, and says what to look for before it is tried again',
        },
        {
          name: 'Find Existing',
          value: 'find-existing',
          description:
            'Looks whether the record has been written. It is written again only if it was not found.',
        },
      ],
      default: 'fail',
      description: 'What to do when the connection breaks before Pipedrive has answered',
    },
  ],
})

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name < b.name ? -1 : 1
