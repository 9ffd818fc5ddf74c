import {
  action,
  InputError,
  integer,
  isExact,
  member,
  object,
  record,
  string,
  type Exchange,
  type HttpRequest,
  type Query,
} from '../definitions/index.ts'
import { send } from './api.ts'

/** Headers that belong to the connection or to the transport. */
const reserved = new Set([
  'authorization',
  'x-api-token',
  'cookie',
  'host',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** https://developers.pipedrive.com/docs/api/v1 */
export const customAction = action({
  name: 'customAction',
  title: 'Custom Action',
  description: 'Makes any call of the Pipedrive API with the connection.',
  agentHint:
    'Makes any call of the API, for what no other action does, such as notes, activities and products: use those first, as they check their input and complete their output; paths and members are those of https://developers.pipedrive.com/docs/api/v1.',
  effect: 'write',
  properties: {
    method: string({
      label: 'Method',
      required: true,
      options: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      defaultValue: 'GET',
    }),
    path: string({
      label: 'Path',
      description: 'Relative to the account, such as `/api/v2/deals/42`. Parameters go into Query.',
      placeholder: '/api/v2/deals',
      required: true,
      // Each part begins with one slash and says something; none leads up the path, in any writing.
      regex:
        "^(?!.*/\\.{1,2}([;/]|$))(?!.*%(2[eEfF]|5[cC]|25))(?!.*/(null|undefined|NaN)(/|$))(/[\\w.~!$&'()*+,;=:@%-]+)+$",
      patternMessage:
        'a path of the API, such as /api/v2/deals/42, in which no part is empty, null or leads up',
    }),
    query: record({ label: 'Query', description: 'Parameters of the query by name.' }),
    headers: record({ label: 'Headers', description: 'Further headers by name.' }),
    body: record({ label: 'Body', description: 'Sent as JSON.' }),
  },
  output: object({
    properties: {
      status: integer({ required: true }),
      body: record({ description: 'The answer of Pipedrive.' }),
    },
  }),
  sampleOutput: { status: 200, body: { success: true, data: { id: 42 } } },
  *perform({ method, path, query, headers, body }): Exchange<{
    readonly status: number
    readonly body: Readonly<Record<string, unknown>> | null
  }> {
    checkIds(path, query)
    const response = yield* send({
      method,
      path: rooted(path),
      query: scalars('query', query),
      ...(headers && { headers: texts(headers) }),
      ...(body && { body }),
    })
    return { status: response.status, body: asRecord(response.body) }
  },
})

const rooted = (path: string): HttpRequest['path'] => `/${path.slice(1)}`

/** Ids that a number can't hold would lead to another record. */
const checkIds = (path: string, query: Readonly<Record<string, unknown>> = {}): void => {
  for (const segment of path.split('/'))
    if (isInexactId(segment)) throw new InputError('path', `${segment} ${noId}`)
  for (const [key, value] of Object.entries(query))
    if (/(^|_)ids?$/.test(key))
      for (const id of String(value).split(','))
        if (isInexactId(id)) throw new InputError(`query.${key}`, `${id} ${noId}`)
}

const noId = 'is no id: ids are whole numbers up to 9007199254740991'
/** Keys of custom fields have forty characters, which may all be digits. */
const isInexactId = (text: string): boolean =>
  text.length < 40 &&
  ((/^\d+$/.test(text) && !isExact(Number(text))) || /^\d+(\.\d+)?[eE][+-]?\d+$/.test(text))

const scalars = (name: string, values: Readonly<Record<string, unknown>> = {}): Query =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (value === null || value === undefined) return [key, undefined]
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return [key, value]
      throw new InputError(`${name}.${key}`, 'must be a text, a number, true or false')
    }),
  )

const texts = (headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const path = `headers.${name}`
      if (reserved.has(name.toLowerCase()))
        throw new InputError(path, 'is set by the connection; leave it out')
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
        throw new InputError(path, 'is not a name of a header')
      const text = String(value)
      if (/[^\t\x20-\x7e]/.test(text)) throw new InputError(path, 'must be one line of plain text')
      return [name.toLowerCase(), text]
    }),
  )

const asRecord = (body: unknown): Readonly<Record<string, unknown>> | null => {
  if (body === null || body === undefined) return null
  return typeof body === 'object' && !Array.isArray(body)
    ? Object.fromEntries(Object.keys(body).map(key => [key, member(body, key)]))
    : { content: body }
}
