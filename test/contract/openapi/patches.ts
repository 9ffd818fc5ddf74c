import {
  csvOf,
  everywhere,
  optionalMayBeNull,
  patchParameters,
  patchProperties,
  patchResponse,
  words,
} from './patching.ts'
import type { Operation } from './types.ts'

/** A known defect of Pipedrive's files, and what is read instead. */
interface Patch {
  readonly reason: string
  applies(operation: Operation): boolean
  apply(operation: Operation): Operation
}

const isV2 = ({ template }: Operation) => template.startsWith('/api/v2/')

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
    applies: ({ name }) => /^GET \/api\/v[12]\/(deals|leads)\/search$/.test(name),
    apply: operation =>
      patchResponse(operation, schema =>
        everywhere(schema, 'value', () => ({ type: ['number', 'null'] })),
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
    reason: 'Activities have an outcome in the client of 2026-09-08.',
    applies: ({ name }) => /^(POST|PATCH) \/api\/v2\/activities/.test(name),
    apply: operation => ({
      ...operation,
      body:
        operation.body &&
        patchProperties(operation.body, ['properties', 'outcome'], () => ({
          type: ['integer', 'null'],
        })),
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
    reason: 'The code of a product that is found is declared an integer; it is text.',
    applies: ({ name }) => name === 'GET /api/v2/products/search',
    apply: operation =>
      patchResponse(operation, schema =>
        everywhere(schema, 'code', () => ({ type: ['string', 'null'] })),
      ),
  },
  {
    reason:
      'The types of v1 fields are first declared to be those that one can create, then all; the first list counts for bodies.',
    applies: ({ template }) => /^\/api\/v1\/\w+Fields/.test(template),
    apply: operation =>
      patchResponse(operation, schema => everywhere(schema, 'field_type', () => ({}))),
  },
  {
    reason:
      'Times of v1 fields and followers are declared `date-time`, while the examples have `2019-02-04 13:58:03`.',
    applies: ({ template }) =>
      /^\/api\/v1\/(\w+Fields|organizations\/\{id\}\/followers)/.test(template),
    apply: operation =>
      patchResponse(operation, schema =>
        ['add_time', 'update_time'].reduce(
          (changed, name) => everywhere(changed, name, ({ format: _, ...rest }) => rest),
          schema,
        ),
      ),
  },
  {
    reason:
      'Optional members of older answers are declared without `nullable`; a note is rarely attached to all it can be, nor is a deal both won and lost.',
    applies: ({ template }) =>
      /^\/api\/v1\/(notes|deals|persons|organizations|pipelines|stages|products|leads\/search)/.test(
        template,
      ),
    apply: operation => patchResponse(operation, optionalMayBeNull),
  },
  {
    reason: 'A deleted discount is declared to have a number for an id; discounts have uuids.',
    applies: ({ name }) => name === 'DELETE /api/v2/deals/{id}/discounts/{discount_id}',
    apply: operation =>
      patchResponse(operation, schema => everywhere(schema, 'id', () => ({ type: 'string' }))),
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
