import type { ActionManifest, JsonSchema, PropertyManifest } from '../../definitions/index.ts'
import { findToolNameOf } from './toolNames.ts'

/** Tools that find ids, and whether their names may stand for the ids themselves. */
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
    additionalProperties: false,
  }
}

const argumentSchema = (property: PropertyManifest, finders: Finders): JsonSchema => {
  const text = sentences(property, finders)
  const { defaultValue } = property
  return {
    ...valueSchema(property, finders),
    ...(text !== '' && { description: text }),
    ...(defaultValue !== undefined && { default: defaultValue }),
  }
}

const sentences = (property: PropertyManifest, finders: Finders): string => {
  const { description = '', patternMessage, displayCondition } = property
  const finder = finderOf(property)
  return [
    description.replace(/<\/?\w+>/g, ''),
    patternMessage === undefined ? '' : `Must be ${patternMessage}.`,
    displayCondition === undefined ? '' : `Only where ${displayCondition}.`,
    finder !== undefined && finders.has(finder)
      ? `${finders.get(finder) ? 'Id or name; see' : 'See'} ${finder}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const finderOf = ({ optionsDataSource: source }: PropertyManifest): string | undefined =>
  source && findToolNameOf(source.name)

const valueSchema = (property: PropertyManifest, finders: Finders): JsonSchema => {
  const { type, properties = [], items: [item] = [], options, additionalProperties } = property
  if (type === 'OBJECT')
    return additionalProperties ? { type: 'object' } : objectOf(properties, finders)
  if (type === 'ARRAY')
    return { type: 'array', ...(item && { items: argumentSchema(item, finders) }) }
  if (type === 'BOOLEAN') return { type: 'boolean' }
  if (type === 'DYNAMIC_PROPERTIES') return { type: 'object' }
  const { minValue, maxValue, maxLength } = property
  const own = type === 'INTEGER' || type === 'NUMBER' ? type.toLowerCase() : 'string'
  const isNamed = own !== 'string' && finders.get(finderOf(property) ?? '') === true
  return {
    type: isNamed ? [own, 'string'] : own,
    ...(options && { enum: options.map(({ value }) => value) }),
    ...(minValue !== undefined && minValue !== 1 && { minimum: minValue }),
    ...(maxValue !== undefined && { maximum: maxValue }),
    ...(maxLength !== undefined && { maxLength }),
    ...(type === 'DATE' && { format: 'date' }),
    ...(type === 'DATE_TIME' && { format: 'date-time' }),
  }
}

/** What an answer holds; every member may be absent, as empty ones are left out. */
export const answerSchema = (property: PropertyManifest): JsonSchema => {
  const { type, properties = [], items: [item] = [], description } = property
  const text = description !== undefined && { description }
  if (type === 'OBJECT')
    return {
      type: 'object',
      ...text,
      ...(properties.length > 0 && {
        properties: Object.fromEntries(properties.map(one => [one.name, answerSchema(one)])),
      }),
    }
  if (type === 'ARRAY')
    return { type: 'array', ...text, ...(item && { items: answerSchema(item) }) }
  if (type === 'BOOLEAN' || type === 'INTEGER' || type === 'NUMBER')
    return { type: type.toLowerCase(), ...text }
  if (type === 'DYNAMIC_PROPERTIES') return { type: 'object', ...text }
  return { type: 'string', ...text }
}
