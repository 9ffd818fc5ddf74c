import type { Operation, SpecObject } from './types.ts'
import { isObject, objectAt } from './types.ts'

/** A known defect of Pipedrive's files, and what is read instead. */
interface Patch {
  readonly reason: string
  applies(operation: Operation): boolean
  apply(operation: Operation): Operation
}

const isV2 = ({ template }: Operation) => template.startsWith('/api/v2/')

/** Comma separated text of the declared words, in any number and order. */
const csvOf = (words: readonly unknown[]): SpecObject => {
  const word = words.map(one => String(one).replaceAll('.', '\\.')).join('|')
  return { type: 'string', pattern: `^(${word})( *, *(${word}))*$` }
}

const patchParameters = (
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

const words = (schema: SpecObject) => (Array.isArray(schema['enum']) ? schema['enum'] : [])

const optionalMayBeNull = (schema: SpecObject): SpecObject => {
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

const patchProperties = (
  schema: SpecObject,
  path: readonly string[],
  change: (schema: SpecObject) => SpecObject,
): SpecObject => {
  const [first, ...rest] = path
  if (first === undefined) return change(schema)
  const child = objectAt(schema, first)
  return { ...schema, [first]: patchProperties(child, rest, change) }
}

const patchResponse = (
  operation: Operation,
  change: (schema: SpecObject) => SpecObject,
): Operation => ({
  ...operation,
  responses: new Map(
    [...operation.responses].map(([status, schema]) => [status, schema && change(schema)]),
  ),
})

export const patches: readonly Patch[] = [
  {
    reason:
      'Comma separated parameters are declared as one word of an enum, though their descriptions speak of several.',
    applies: operation => operation.method === 'GET',
    apply: operation =>
      patchParameters(operation, ['status', 'include_fields', 'fields', 'item_types'], schema =>
        words(schema).length > 0 && isV2(operation) ? csvOf(words(schema)) : schema,
      ),
  },
  {
    reason:
      'The enum of `sort` names the fields only; its description adds a direction and commas.',
    applies: ({ template }) => template.startsWith('/api/v1/leads'),
    apply: operation =>
      patchParameters(operation, ['sort'], schema => ({
        type: 'string',
        pattern: `^(${words(schema).join('|')})( (ASC|DESC))?(, *(${words(schema).join('|')})( (ASC|DESC))?)*$`,
      })),
  },
  {
    reason:
      'Optional members of answers are declared without `nullable`; the client of 2026-09-08 has them nullable, and unset ones are null.',
    applies: isV2,
    apply: operation => patchResponse(operation, optionalMayBeNull),
  },
  {
    reason:
      'The value of a deal or lead found by a search is declared an integer; money has cents.',
    applies: ({ name }) => /^GET \/api\/v2\/(deals|leads)\/search$/.test(name),
    apply: operation =>
      patchResponse(
        operation,
        schema =>
          // Runs after the patch above, which has wrapped the members in `anyOf`.
          JSON.parse(
            JSON.stringify(schema).replace(
              /"value":\{"anyOf":\[\{([^{}]*)"type":"integer"/g,
              '"value":{"anyOf":[{$1"type":"number"',
            ),
          ) as SpecObject,
      ),
  },
  {
    reason:
      'A new or changed deal may have its person, organization or archive time set to null, as the client of 2026-09-08 has it.',
    applies: ({ name }) => /^(POST \/api\/v2\/deals|PATCH \/api\/v2\/deals\/\{id\})$/.test(name),
    apply: operation => ({
      ...operation,
      body:
        operation.body &&
        ['person_id', 'org_id', 'archive_time'].reduce(
          (body, name) =>
            patchProperties(body, ['properties', name], one => ({
              anyOf: [one, { type: 'null' }],
            })),
          operation.body,
        ),
    }),
  },
  {
    reason: 'Leads take custom fields among their own members, as the description says.',
    applies: ({ name }) => /^(POST|PATCH) \/api\/v1\/leads/.test(name),
    apply: operation => ({
      ...operation,
      body: operation.body && { ...operation.body, patternProperties: { '^[0-9a-f]{40}': {} } },
    }),
  },
  {
    reason:
      'Times of lead fields are declared `date-time`, while the example has `2019-02-04 13:58:03`.',
    applies: ({ name }) => name === 'GET /api/v1/leadFields',
    apply: operation =>
      patchResponse(
        operation,
        schema =>
          JSON.parse(
            JSON.stringify(schema).replaceAll('"format":"date-time"', '"description":"plain"'),
          ) as SpecObject,
      ),
  },
  {
    reason: 'The list of objects lacks those that webhooks got on 2026-04-10.',
    applies: ({ name }) => name === 'POST /api/v1/webhooks',
    apply: operation => ({
      ...operation,
      body:
        operation.body &&
        patchProperties(operation.body, ['properties', 'event_object'], schema => ({
          ...schema,
          enum: [
            ...words(schema),
            ...['project', 'task', 'board', 'phase', 'deal_installment', 'deal_product'],
          ],
        })),
    }),
  },
  {
    reason:
      'The authorization header is declared a parameter; the client credentials may also stand in the body.',
    applies: ({ template }) => template.startsWith('/oauth/token'),
    apply: operation => ({
      ...operation,
      body: {
        type: 'object',
        required: ['grant_type'],
        properties: Object.fromEntries(
          ['grant_type', 'code', 'redirect_uri', 'refresh_token', 'client_id', 'client_secret'].map(
            name => [name, { type: 'string' }],
          ),
        ),
      },
    }),
  },
]

export const patched = (operation: Operation) =>
  patches.reduce(
    (result, patch) => (patch.applies(result) ? patch.apply(result) : result),
    operation,
  )
