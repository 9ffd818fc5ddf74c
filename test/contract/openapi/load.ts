import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Operation, Parameter, SpecObject } from './types.ts'
import { isObject, objectAt } from './types.ts'

const resolve = (document: SpecObject, value: unknown): SpecObject => {
  const object = isObject(value) ? value : {}
  const reference = object['$ref']
  if (typeof reference !== 'string') return object
  const path = reference.slice(2).split('/')
  return resolve(
    document,
    objectAt(document, ...path.map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))),
  )
}

/** `allOf` merged into one object, so that what it doesn't name can be refused. */
const merge = (document: SpecObject, schema: SpecObject): SpecObject => {
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'] : []
  const { allOf: _, ...own } = schema
  return parts
    .map(part => merge(document, resolve(document, part)))
    .reduce(
      (whole, part) => ({
        ...part,
        ...whole,
        properties: { ...objectAt(part, 'properties'), ...objectAt(whole, 'properties') },
        required: [...new Set([...listAt(part, 'required'), ...listAt(whole, 'required')])],
      }),
      own,
    )
}
const listAt = (value: SpecObject, name: string): readonly unknown[] => {
  const found = value[name]
  return Array.isArray(found) ? found : []
}

const withNull = (schema: SpecObject): SpecObject =>
  schema['enum'] === undefined && typeof schema['type'] === 'string'
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] }

/** OpenAPI 3.0 as JSON Schema: references resolved, `nullable` spelt out. */
const toJsonSchema = (
  document: SpecObject,
  value: unknown,
  seen: readonly unknown[] = [],
): SpecObject => {
  const resolved = resolve(document, value)
  if (seen.includes(resolved)) return {}
  const inner = (one: unknown) => toJsonSchema(document, one, [...seen, resolved])
  const { nullable, example: _, examples: _e, default: _d, ...schema } = merge(document, resolved)
  const result: Record<string, unknown> = { ...schema }
  if (isObject(schema['properties']))
    result['properties'] = Object.fromEntries(
      Object.entries(schema['properties']).map(([name, one]) => [name, inner(one)]),
    )
  if (schema['items'] !== undefined) result['items'] = inner(schema['items'])
  if (isObject(schema['additionalProperties']))
    result['additionalProperties'] = inner(schema['additionalProperties'])
  for (const key of ['oneOf', 'anyOf'])
    if (Array.isArray(schema[key])) result[key] = schema[key].map(inner)
  return nullable === true ? withNull(result) : result
}

const content = (document: SpecObject, holder: unknown): SpecObject | undefined => {
  const [media] = Object.values(objectAt(resolve(document, holder), 'content'))
  const schema = isObject(media) ? media['schema'] : undefined
  return schema === undefined ? undefined : toJsonSchema(document, schema)
}

const readParameters = (document: SpecObject, ...lists: readonly unknown[]): readonly Parameter[] =>
  lists.flat().flatMap(one => {
    if (one === undefined) return []
    const parameter = resolve(document, one)
    return [
      {
        name: String(parameter['name']),
        place: String(parameter['in']),
        required: parameter['required'] === true,
        schema: toJsonSchema(document, parameter['schema']),
      },
    ]
  })

const readOperations = (document: SpecObject, prefix: string): readonly Operation[] =>
  Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) => {
    const base = path.startsWith('/oauth/') ? '' : prefix
    return Object.entries(objectAt(item)).flatMap(([method, operation]) => {
      const responses = objectAt(operation, 'responses')
      if (Object.keys(responses).length === 0) return []
      const template = base + path
      const price = objectAt(operation)['x-token-cost']
      return [
        {
          name: `${method.toUpperCase()} ${template}`,
          method: method.toUpperCase(),
          template,
          price: typeof price === 'number' ? price : undefined,
          parameters: readParameters(
            document,
            objectAt(item)['parameters'],
            objectAt(operation)['parameters'],
          ),
          body: content(document, objectAt(operation)['requestBody']),
          responses: new Map(
            Object.entries(responses).map(([status, one]) => [
              Number(status),
              content(document, one),
            ]),
          ),
        },
      ]
    })
  })

const read = (folder: string, file: string): SpecObject =>
  objectAt(parse(readFileSync(join(folder, file), 'utf8'), { maxAliasCount: -1 }))

/** Pipedrive's own two files, as operations under the paths that clients call. */
export const loadOperations = (folder: string): readonly Operation[] => [
  ...readOperations(read(folder, 'pipedrive-v1.yaml'), '/api/v1'),
  ...readOperations(read(folder, 'pipedrive-v2.yaml'), '/api/v2'),
]
