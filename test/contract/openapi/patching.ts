import type { Operation, SpecObject } from './types.ts'
import { isObject, objectAt } from './types.ts'

/** Comma separated text of the declared words, in any number and order. */
export const csvOf = (words: readonly unknown[]): SpecObject => {
  const word = words.map(one => String(one).replaceAll('.', '\\.')).join('|')
  return { type: 'string', pattern: `^(${word})( *, *(${word}))*$` }
}

export const patchParameters = (
  operation: Operation,
  names: readonly string[],
  change: (schema: SpecObject) => SpecObject,
): Operation => ({
  ...operation,
  parameters: operation.parameters.map(parameter =>
    parameter.place === 'query' && names.includes(parameter.name)
      ? { ...parameter, schema: change(parameter.schema) }
      : parameter,
  ),
})

export const words = (schema: SpecObject) => (Array.isArray(schema['enum']) ? schema['enum'] : [])

export const optionalMayBeNull = (schema: SpecObject): SpecObject => {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const result: Record<string, unknown> = { ...schema }
  if (isObject(schema['items'])) result['items'] = optionalMayBeNull(schema['items'])
  for (const key of ['oneOf', 'anyOf'])
    if (Array.isArray(schema[key]))
      result[key] = schema[key].map(one => (isObject(one) ? optionalMayBeNull(one) : one))
  if (isObject(schema['properties']))
    result['properties'] = Object.fromEntries(
      Object.entries(schema['properties']).map(([name, one]) => {
        const inner = optionalMayBeNull(objectAt(one))
        return [name, required.includes(name) ? inner : { anyOf: [inner, { type: 'null' }] }]
      }),
    )
  return result
}

export const patchProperties = (
  schema: SpecObject,
  path: readonly string[],
  change: (schema: SpecObject) => SpecObject,
): SpecObject => {
  const [first, ...rest] = path
  if (first === undefined) return change(schema)
  const child = objectAt(schema, first)
  return { ...schema, [first]: patchProperties(child, rest, change) }
}

export const patchResponse = (
  operation: Operation,
  change: (schema: SpecObject) => SpecObject,
): Operation => ({
  ...operation,
  responses: new Map(
    [...operation.responses].map(([status, schema]) => [status, schema && change(schema)]),
  ),
})

/** Changes what is declared for members of a name, however deep they are. */
export const everywhere = (
  schema: SpecObject,
  name: string,
  change: (schema: SpecObject) => SpecObject,
): SpecObject =>
  Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (Array.isArray(value))
        return [key, value.map(one => (isObject(one) ? everywhere(one, name, change) : one))]
      if (!isObject(value)) return [key, value]
      const inner = everywhere(value, name, change)
      const own = inner[name]
      return [
        key,
        key === 'properties' && isObject(own) ? { ...inner, [name]: change(own) } : inner,
      ]
    }),
  )
