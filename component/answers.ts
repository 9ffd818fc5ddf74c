import {
  ComponentError,
  member,
  readRequired,
  UnexpectedResponseError,
  type HttpRequest,
  type HttpResponse,
  type OutputOf,
  type Property,
} from '../definitions/index.ts'
import { writtenHint } from './lookFor.ts'

/** Some proxies label JSON as plain text. */
export const parsedBody = (body: unknown): unknown => {
  if (typeof body !== 'string' || !/^\s*[[{]/.test(body)) return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** The body of an answer to a GET, which a page of a proxy is not. */
export const jsonIn = ({ method, path }: HttpRequest, { status, body }: HttpResponse): unknown => {
  if (typeof body !== 'string' || body === '') return body
  throw new ComponentError(
    `${method} ${path} answered ${status}, but with a page or a text that is no JSON`,
    {
      recovery: 'report',
      hint: 'A proxy or a page for signing in may stand between this machine and Pipedrive.',
    },
  )
}

/** Some lists are null when they are empty. One that is missing is not empty. */
export const listed = (list: unknown): unknown => (list === null ? [] : list)

/** `data` of an answer as described; after a write, what is lacking is to be looked for. */
export const dataOf = <const Returns extends Property>(
  request: HttpRequest,
  response: HttpResponse,
  returns: Returns,
): OutputOf<Returns> => {
  const { status } = response
  const body = request.method === 'GET' ? jsonIn(request, response) : response.body
  const data = request.method === 'DELETE' ? deletedData(request, body) : member(body, 'data')
  try {
    return readRequired(returns, returns.type === 'ARRAY' ? listed(data) : data, 'data')
  } catch (cause) {
    if (request.method === 'GET' || !(cause instanceof UnexpectedResponseError)) throw cause
    throw new ComponentError(
      `${request.method} ${request.path} answered ${status}, but without the record: ${cause.message}`,
      { cause, recovery: 'check', hint: writtenHint(request, member(data, 'id')) },
    )
  }
}

/**
 * A DELETE that was answered has deleted what it names, also where the answer does not repeat the
 * id. A text, such as a page of a proxy, is no answer of Pipedrive.
 */
const deletedData = ({ params }: HttpRequest, body: unknown): unknown => {
  if (typeof body === 'string' && body !== '') return undefined
  const data = member(body, 'data')
  return typeof data === 'object' && !Array.isArray(data) ? { ...data, ...params } : params
}
