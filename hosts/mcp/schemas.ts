import type { ActionManifest, JsonSchema, PropertyManifest } from '../../definitions/index.ts'
import { finderOf } from './toolNames.ts'

/** Live lists that have a finder, and whether names may stand for their ids. */
export type Finders = ReadonlyMap<string, boolean>

/**
 * JSON Schema of a tool's arguments, in few bytes and without what some models' interfaces refuse:
 * rules across members and patterns are sentences here, and the engine checks them.
 */
export const argumentsSchema = (
  { properties, anyOf }: Pick<ActionManifest, 'properties' | 'anyOf'>,
  finders: Finders,
  more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => {
  const groups = anyOf?.map(group => group.join(' and ')).join(' or ')
  return {
    ...objectOf(properties, finders, more),
    ...(groups !== undefined && { description: `${groups} is required.` }),
  }
}

const objectOf = (
  properties: readonly PropertyManifest[],
  finders: Finders,
  more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => {
  const required = properties
    .filter(property => property.required === true && property.defaultValue === undefined)
    .map(({ name = '' }) => name)
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        properties.map(property => [property.name, argumentSchema(property, finders)]),
      ),
      ...more,
    },
    ...(required.length > 0 && { required }),
  }
}

const argumentSchema = (property: PropertyManifest, finders: Finders): JsonSchema => {
  const text = sentences(property, finders)
  const { defaultValue, nullable } = property
  const schema = valueSchema(property, finders)
  return {
    ...schema,
    ...(nullable && { type: [schema['type'], 'null'].flat() }),
    ...(text !== '' && { description: text }),
    ...(defaultValue !== undefined && { default: defaultValue }),
  }
}

const sentences = (property: PropertyManifest, finders: Finders): string => {
  const { description = '', patternMessage, displayCondition } = property
  return [
    description.replace(/<\/?\w+>/g, '').trim(),
    numbersText(property),
    patternMessage === undefined ? '' : `Must be ${patternMessage}`,
    displayCondition === undefined ? '' : `Only where ${displayCondition}`,
    finderText(property, finders),
  ]
    .filter(Boolean)
    .map(text => text.replace(/\.?$/, '.'))
    .join(' ')
}

/** What choices stand for that don't say so themselves. */
const numbersText = ({ options = [] }: PropertyManifest): string =>
  options
    .filter(({ value }) => /^\d+$/.test(String(value)))
    .map(({ value, label }) => `${value}: ${label}`)
    .join('; ')

/** The live list that a tool has for a property. */
const listOf = ({ optionsDataSource: list }: PropertyManifest): string | undefined =>
  list?.partOf ?? list?.name

const finderText = (property: PropertyManifest, finders: Finders): string => {
  const list = listOf(property)
  if (list === undefined || !finders.has(list)) return ''
  const { tool } = finderOf(list)
  // `person_id` says by itself that `find_person` is meant.
  return [`${tool}_id`, `${tool}_ids`].includes(`find_${property.name}`) ? '' : `See ${tool}`
}

const valueSchema = (property: PropertyManifest, finders: Finders): JsonSchema => {
  const { type, properties = [], items: [item] = [], additionalProperties } = property
  if (type === 'OBJECT')
    return additionalProperties ? { type: 'object' } : objectOf(properties, finders)
  if (type === 'ARRAY')
    return { type: 'array', ...(item && { items: argumentSchema(item, finders) }) }
  if (type === 'BOOLEAN') return { type: 'boolean' }
  if (type === 'DYNAMIC_PROPERTIES') return { type: 'object' }
  const { minValue, maxValue, maxLength, options, openOptions } = property
  const own = type === 'INTEGER' || type === 'NUMBER' ? type.toLowerCase() : 'string'
  const isNamed = own !== 'string' && finders.get(listOf(property) ?? '') === true
  return {
    type: isNamed ? [own, 'string'] : own,
    ...(options && !openOptions && { enum: options.map(({ value }) => value) }),
    ...(minValue !== undefined && minValue !== 1 && { minimum: minValue }),
    ...(maxValue !== undefined && { maximum: maxValue }),
    ...(maxLength !== undefined && { maxLength }),
    ...(type === 'DATE' && { format: 'date' }),
    ...(type === 'DATE_TIME' && { format: 'date-time' }),
  }
}
