import {
  ComponentError,
  isRecord,
  type HttpRequest,
  type HttpResponse,
} from '../../definitions/index.ts'
import { requestTarget, type SendSync } from '../../engine/index.ts'
import type { Account } from './account.ts'
import type { Context } from './context.ts'
import type { ScriptRequest } from './contract.ts'
import { toPlain } from './toPlain.ts'

/** The platform itself sets no limit. */
const requestTimeoutMs = 60_000

/** One request over `context.http`, which blocks. */
export const sendOver =
  (context: Context, account: Account): SendSync =>
  request => {
    const described = requestOf(request, account)
    let answer: unknown
    try {
      answer = toPlain(context.http(described))
    } catch (cause) {
      // An exception of the platform is a foreign object, and may repeat what was sent.
      throw new Error(withoutToken(messageOf(cause), account))
    }
    return responseOf(request, answer)
  }

const requestOf = (request: HttpRequest, { origin, accessToken }: Account): ScriptRequest => ({
  url: origin + requestTarget(request),
  method: request.method,
  headers: {
    accept: 'application/json',
    ...request.headers,
    ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
  },
  ...(request.body !== undefined && { body: { content: request.body, contentType: 'JSON' } }),
  configuration: {
    timeoutMillis: requestTimeoutMs,
    followRedirect: false,
    followAllRedirects: false,
    disableAuthorization: accessToken !== undefined,
    responseType: 'JSON',
  },
})

const messageOf = (cause: unknown): string => {
  const message: unknown = Reflect.get(Object(cause), 'message')
  return typeof message === 'string' && message !== '' ? message : String(cause)
}

const withoutToken = (text: string, { accessToken }: Account): string =>
  accessToken === undefined ? text : text.replaceAll(accessToken, '***')

const responseOf = (request: HttpRequest, answer: unknown): HttpResponse => {
  if (!isRecord(answer)) throw malformed(request, 'nothing that can be read')
  const { statusCode, headers, body } = answer
  const status = Number(statusCode ?? Number.NaN)
  if (!Number.isInteger(status) || status < 100 || status > 599)
    throw malformed(request, `the status ${JSON.stringify(statusCode) ?? 'nothing'}`)
  const named = headersOf(headers)
  return {
    status,
    headers: named,
    body: body === undefined || body === null || body === '' ? lost(status, named) : body,
  }
}

/** The platform hands over no body of another type than JSON: a page of a proxy looks like nothing. */
const lost = (status: number, headers: Readonly<Record<string, string>>): string | null => {
  const { 'content-type': type = 'json', 'content-length': length } = headers
  if (type.includes('json') || length === '0' || status === 204) return null
  return `a body of the type ${type}, which ByteChef does not hand over`
}

/** Names in lower case; of several values, a list as HTTP writes it. */
export const headersOf = (headers: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isRecord(headers) ? headers : {})
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), [value].flat().map(String).join(', ')]),
  )

/** A write may have been made all the same, which its sender says of every error that is not ours. */
const malformed = ({ method, path }: HttpRequest, what: string): Error => {
  const message = `ByteChef’s http has returned ${what}`
  if (method !== 'GET') return new Error(message)
  return new ComponentError(`${method} ${path}: ${message}`, {
    recovery: 'report',
    hint: 'Report it to the vendor of the platform.',
  })
}
