import type { INodeProperties } from 'n8n-workflow'
import {
  parseCondition,
  type Component,
  type PropertyManifest,
} from '../../../definitions/index.ts'
import { parameterPath, type Field, type Placed } from './layout.ts'
import { labelCase, sentence, titleCase, whether, withListHint } from './texts.ts'

/** One property of an action as n8n draws it. */
export const fieldProperties = (
  component: Component,
  placed: Placed,
  field: Field,
): INodeProperties => ({
  ...drawn(component, placed, field.property),
  name: field.name,
  ...shownWhile(placed, field),
})

const drawn = (
  component: Component,
  placed: Placed,
  property: PropertyManifest,
): INodeProperties => {
  const { name = '', type, placeholder } = property
  const label = labelCase(property.label ?? name)
  const description = sentence(property.description)
  const own = {
    displayName: label,
    name,
    ...(property.required && { required: true }),
    ...(description && { description }),
  }
  const { optionsDataSource: list, options } = property
  if (list?.searchable) return { ...own, ...locator(component, property) }
  if (list) return { ...own, ...liveList(placed, property) }
  const inner = (members: readonly PropertyManifest[] = []) =>
    members.map(one => member(component, placed, one))
  switch (type) {
    case 'BOOLEAN':
      return {
        ...own,
        type: 'boolean',
        default: property.defaultValue ?? false,
        description: whether(description, label),
      }
    case 'DATE':
      return { ...own, type: 'dateTime', typeOptions: { dateOnly: true }, default: '' }
    case 'DATE_TIME':
      return { ...own, type: 'dateTime', default: '' }
    case 'DYNAMIC_PROPERTIES':
      return { ...own, type: 'json', default: '{}' }
    case 'OBJECT': {
      if (!property.properties) return { ...own, type: 'json', default: '{}' }
      const members = [{ displayName: label, name: 'value', values: inner(property.properties) }]
      return { ...own, type: 'fixedCollection', default: {}, options: members }
    }
    case 'ARRAY':
      return { ...own, ...listOf(component, placed, property, label) }
  }
  if (options) return { ...own, ...choice(property) }
  if (type === 'INTEGER' || type === 'NUMBER') return { ...own, ...numeric(property) }
  return {
    ...own,
    type: 'string',
    default: property.defaultValue ?? '',
    ...(placeholder !== undefined && { placeholder }),
  }
}

/** One of several that are always there: what is not chosen has to be told from what is. */
const member = (
  component: Component,
  placed: Placed,
  property: PropertyManifest,
): INodeProperties => {
  const { required, options, defaultValue } = property
  const shown = drawn(component, placed, property)
  if (required || !options || defaultValue !== undefined) return shown
  const unset = { label: '(Not Set)', value: '' }
  return { ...shown, ...choice({ ...property, options: [unset, ...options], defaultValue: '' }) }
}

const numeric = ({ type, minValue, maxValue, defaultValue }: PropertyManifest) => ({
  type: 'number',
  typeOptions: {
    ...(minValue !== undefined && { minValue }),
    ...(maxValue !== undefined && { maxValue }),
    ...(type === 'INTEGER' && { numberPrecision: 0 }),
  },
  default: defaultValue ?? minValue ?? 0,
})

const choice = ({ options = [], defaultValue }: PropertyManifest) => ({
  type: 'options',
  options: options
    .map(({ label, value }) => ({ name: titleCase(label), value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1)),
  default: defaultValue ?? options[0]?.value ?? '',
})

/** A record, found by its name, its id or the address of its page. */
const locator = ({ records, connection }: Component, property: PropertyManifest) => {
  const { optionsDataSource: list, type } = property
  const path = records?.[list?.record ?? '']?.path
  const example = type === 'STRING' ? 'adf21080-0e10-11eb-879b-05d71fb426ec' : '42'
  const typeOptions = { searchListMethod: list?.name, searchable: true }
  const modes = [
    { displayName: 'From List', name: 'list', type: 'list', typeOptions },
    { displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${example}` },
    ...(path === undefined
      ? []
      : [
          {
            displayName: 'By URL',
            name: 'url',
            type: 'string',
            placeholder: `e.g. ${connection.exampleUri}${path.replace('{id}', example)}`,
          },
        ]),
  ]
  return { type: 'resourceLocator', default: { mode: 'list', value: '' }, modes }
}

const liveList = (placed: Placed, property: PropertyManifest, many = false) => {
  const { name = '', description, optionsDataSource: list } = property
  const label = labelCase(property.label ?? name)
  const dependsOn = list?.optionsLookupDependsOn?.map(path => parameterPath(placed, path)) ?? []
  return {
    displayName: many ? `${label} Names or IDs` : `${label} Name or ID`,
    type: many ? 'multiOptions' : 'options',
    typeOptions: {
      loadOptionsMethod: list?.name,
      ...(dependsOn.length > 0 && { loadOptionsDependsOn: dependsOn }),
    },
    default: many ? [] : '',
    description: withListHint(sentence(description), many),
  }
}

const text: PropertyManifest = { type: 'STRING', controlType: 'TEXT' }

const listOf = (
  component: Component,
  placed: Placed,
  property: PropertyManifest,
  label: string,
) => {
  const [item] = property.items ?? []
  // Several of a few fixed choices.
  if (property.options) return { ...choice(property), type: 'multiOptions', default: [] }
  if (item?.optionsDataSource) {
    const { optionsDataSource } = item
    return liveList(placed, { ...property, label, optionsDataSource }, true)
  }
  const members =
    item?.type === 'OBJECT' && item.properties
      ? item.properties
      : [{ ...(item ?? text), name: 'value', label }]
  const values = members.map(one => member(component, placed, one))
  return {
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${label}` },
    placeholder: `Add ${label}`,
    default: {},
    options: [{ displayName: label, name: 'items', values }],
  }
}

/** Inside a collection n8n knows siblings by their bare name, and the top by a slash before it. */
const shownWhile = (placed: Placed, { property, collection }: Field) => {
  if (property.displayCondition === undefined) return {}
  const show: Record<string, string[]> = {}
  const hide: Record<string, string[]> = {}
  for (const { path, equals, literal } of parseCondition(property.displayCondition)) {
    const target = parameterPath(placed, path.join('.'))
    const isSibling = collection !== undefined && target.startsWith(`${collection}.`)
    const name = isSibling ? target.slice(collection.length + 1) : `/${target}`
    const side = equals ? show : hide
    side[name] = [...(side[name] ?? []), literal]
  }
  return {
    displayOptions: {
      ...(Object.keys(show).length > 0 && { show }),
      ...(Object.keys(hide).length > 0 && { hide }),
    },
  }
}
