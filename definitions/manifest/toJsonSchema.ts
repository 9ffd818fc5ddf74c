import { parseCondition, type Comparison } from './conditions.ts'
import type { ActionManifest, PropertyManifest } from './manifest.ts'

export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/**
 * `run` describes resolved input, `design` what stands in a form (a value, or text with `${…}`),
 * `output` what an operation gives (members may be null, and there may be more of them).
 */
export type SchemaMode = 'run' | 'design' | 'output'

type Inputs = Pick<ActionManifest, 'properties' | 'anyOf'>

/** JSON Schema (draft 7) of an operation's input, with its rules across fields. */
export const inputSchema = ({ properties, anyOf }: Inputs, mode: 'run' | 'design'): JsonSchema => {
  const rules = [
    ...(anyOf ? [{ anyOf: anyOf.map(group => ({ allOf: group.map(present) })) }] : []),
    ...(mode === 'run' ? displayRules(properties).map(displayRule) : []),
  ]
  return objectSchema(properties, false, mode, rules)
}

/** JSON Schema of one property. */
export const toJsonSchema = (property: PropertyManifest, mode: SchemaMode): JsonSchema => {
  const own = { ...texts(property), ...valueSchema(property, mode) }
  const schema = property.nullable && mode !== 'output' ? nullable(own) : own
  if (mode === 'output' && property.required !== true) return nullable(schema)
  if (mode === 'design' && !(property.type === 'STRING' && plainText(property)))
    return { ...texts(property), anyOf: [schema, expression] }
  return schema
}

const expression = { type: 'string', pattern: '\\$\\{.+\\}' }

const plainText = ({ options, minLength, regex }: PropertyManifest) =>
  options === undefined && minLength === undefined && regex === undefined

const nullable = (schema: JsonSchema): JsonSchema => {
  const choices: readonly unknown[] = Array.isArray(schema['enum']) ? schema['enum'] : []
  return {
    ...schema,
    type: [schema['type'], 'null'],
    ...(choices.length > 0 && { enum: [...choices, null] }),
  }
}

const texts = ({ label, description, defaultValue }: PropertyManifest): JsonSchema => ({
  ...(label !== undefined && { title: label }),
  ...(description !== undefined && { description }),
  ...(defaultValue !== undefined && { default: defaultValue }),
})

const valueSchema = (property: PropertyManifest, mode: SchemaMode): JsonSchema => {
  const { type, properties = [], items = [], additionalProperties } = property
  const options = property.openOptions ? undefined : property.options
  if (type === 'OBJECT')
    return objectSchema(properties, additionalProperties === true || mode === 'output', mode)
  if (type === 'DYNAMIC_PROPERTIES') return objectSchema([], true, mode)
  if (type === 'ARRAY') {
    const [item] = items
    return { type: 'array', ...(item && { items: toJsonSchema(item, mode) }) }
  }
  if (type === 'BOOLEAN') return { type: 'boolean' }
  const choices = options && mode !== 'output' && { enum: options.map(({ value }) => value) }
  if (type === 'INTEGER' || type === 'NUMBER')
    return { type: type.toLowerCase(), ...choices, ...range(property) }
  return { type: 'string', ...choices, ...text(property) }
}

const range = ({ minValue, maxValue }: PropertyManifest): JsonSchema => ({
  ...(minValue !== undefined && { minimum: minValue }),
  ...(maxValue !== undefined && { maximum: maxValue }),
})

// JSON Schema's own `time` demands a zone.
const formats = { DATE: 'date', DATE_TIME: 'date-time', TIME: 'iso-time' } as const

const text = ({
  type,
  minLength,
  maxLength,
  regex,
  minLengthUnless: unless,
}: PropertyManifest): JsonSchema => ({
  ...(minLength !== undefined && { minLength: unless ? Math.min(1, minLength) : minLength }),
  ...(maxLength !== undefined && { maxLength }),
  ...(regex !== undefined && { pattern: regex }),
  ...((type === 'DATE' || type === 'DATE_TIME' || type === 'TIME') && { format: formats[type] }),
})

const objectSchema = (
  properties: readonly PropertyManifest[],
  open: boolean,
  mode: SchemaMode,
  rules: readonly JsonSchema[] = [],
): JsonSchema => {
  const required = properties.filter(property => property.required).map(named)
  const all = [...rules, ...(mode === 'output' ? [] : properties.flatMap(minLengthUnless))]
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map(property => [named(property), toJsonSchema(property, mode)]),
    ),
    additionalProperties: open,
    ...(required.length > 0 && { required }),
    ...(all.length > 0 && { allOf: all }),
  }
}

const named = ({ name = '' }: PropertyManifest) => name

/** A minimum length that holds only while its siblings have other values. */
const minLengthUnless = ({
  name = '',
  minLength,
  minLengthUnless: unless,
}: PropertyManifest): JsonSchema[] =>
  unless === undefined
    ? []
    : [
        {
          if: {
            properties: Object.fromEntries(
              Object.entries(unless).map(([sibling, value]) => [sibling, { const: value }]),
            ),
            required: Object.keys(unless),
          },
          else: { properties: { [name]: { minLength } } },
        },
      ]

const at = (path: readonly string[], schema: JsonSchema, required = true): JsonSchema =>
  path.reduceRight<JsonSchema>(
    (inner, name) => ({ properties: { [name]: inner }, ...(required && { required: [name] }) }),
    schema,
  )

const present = (path: string) => at(path.split('.'), {})

const holds = ({ path, equals, literal }: Comparison): JsonSchema =>
  equals ? at(path, { const: literal }) : { not: at(path, { const: literal }) }

export interface DisplayRule {
  readonly path: string
  readonly condition: string
}

/** The properties that may be there only while their `displayCondition` holds. */
export const displayRules = (
  properties: readonly PropertyManifest[],
  parent = '',
): readonly DisplayRule[] =>
  properties.flatMap(({ name = '', displayCondition, properties: children = [] }) => [
    ...(displayCondition ? [{ path: `${parent}${name}`, condition: displayCondition }] : []),
    ...displayRules(children, `${parent}${name}.`),
  ])

const displayRule = ({ path, condition }: DisplayRule): JsonSchema => ({
  if: { allOf: parseCondition(condition).map(holds) },
  else: { not: present(path) },
})
