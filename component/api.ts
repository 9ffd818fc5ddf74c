import {
  ComponentError,
  InputError,
  malformedText,
  member,
  NotSentError,
  pathOfMalformed,
  type Exchange,
  type HttpRequest,
  type HttpResponse,
  type Method,
  type OutputOf,
  type Params,
  type Property,
} from '../definitions/index.ts'
import { dataOf, jsonIn, parsedBody } from './answers.ts'
import { apiError, noAnswer } from './errors.ts'

/** One request; fails inside the caller's frame, so that the stack names the action. */
export function* send(request: HttpRequest): Exchange<HttpResponse> {
  const malformed = malformedPath(request)
  if (malformed !== undefined) throw new InputError(malformed, malformedText)
  const [outcome] = yield [request]
  if (!outcome || 'error' in outcome) throw unanswered(request, outcome?.error)
  const response = { ...outcome.response, body: parsedBody(outcome.response.body) }
  const { status, body } = response
  if (status < 200 || status > 299 || member(body, 'success') === false)
    throw apiError(request, response)
  return response
}

/** A GET that is answered with JSON. */
export function* readJson(request: HttpRequest): Exchange<HttpResponse> {
  const response = yield* send(request)
  return { ...response, body: jsonIn(request, response) }
}

/** Where a request has half a character. */
const malformedPath = ({ params, query, headers, body }: HttpRequest): string | undefined =>
  pathOfMalformed({ ...params, ...query, ...headers, ...Object(body) })

/** What a host refuses by itself, such as sending beyond the daily budget, it has said already. */
const unanswered = (request: HttpRequest, error: unknown) =>
  error instanceof ComponentError && !(error instanceof NotSentError)
    ? error
    : noAnswer(request, error)

type Call<Path extends `/${string}`, Returns extends Property> = Params<Path> &
  Pick<HttpRequest, 'query' | 'body' | 'reuse' | 'fresh'> & { readonly returns: Returns }

const call = (method: Method) =>
  function* <const Path extends `/${string}`, const Returns extends Property>(
    path: Path,
    { returns, ...request }: Call<Path, Returns>,
  ): Exchange<OutputOf<Returns>> {
    const described = { method, path, ...request }
    return dataOf(described, yield* send(described), returns)
  }

/** `data` of the answer. https://developers.pipedrive.com/docs/api/v1 */
export const get = call('GET')
export const post = call('POST')
export const patch = call('PATCH')
export const del = call('DELETE')
