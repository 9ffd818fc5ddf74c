import {
  ApiError,
  isRecord,
  NoResponseError,
  member,
  NotSentError,
  type HttpRequest,
  type HttpResponse,
  type Recovery,
} from '../definitions/index.ts'
import { checkHint } from './lookFor.ts'
import { isKnownCall } from './operations.ts'
import { scopeHint } from './scopes.ts'

/** Pipedrive answered, and refused. */
export const apiError = (request: HttpRequest, response: HttpResponse): ApiError =>
  new ApiError(request, response, apiMessage(response.body), classify(request, response))

/** There was no response. A write may have happened all the same. */
export const noAnswer = (request: HttpRequest, cause: unknown): NoResponseError => {
  const repeatable = request.method === 'GET' || request.method === 'DELETE'
  const known = repeatable || cause instanceof NotSentError
  return new NoResponseError(request, reason(cause), {
    cause,
    recovery: known ? 'retry' : 'check',
    hint: known ? (hintOf(cause) ?? 'Check the network and try again.') : checkHint(request),
  })
}

/** A host may know more of a request that it could not send. */
const hintOf = (cause: unknown) => (cause instanceof NotSentError ? cause.hint : undefined)

/** `instanceof Error` fails across realms (VM contexts). */
const reason = (cause: unknown) => {
  const said = member(cause, 'message')
  return typeof said === 'string' ? said : ''
}

/**
 * Pipedrive's own words, wherever they stand in the body.
 * https://pipedrive.readme.io/docs/core-api-concepts-responses
 */
const apiMessage = (body: unknown): string => {
  if (typeof body === 'string') return body.trimStart().startsWith('<') ? 'an HTML page' : body
  const said = ['error', 'message', 'errors', 'error_description', 'title', 'detail', 'details']
    .map(name => flat(member(body, name)))
    .find(text => text !== '')
  return [said ?? '', flat(member(body, 'error_info'))].filter(part => part !== '').join(' – ')
}

/** Texts, lists of texts, texts by field, and objects that say `message`. */
const flat = (words: unknown): string => {
  if (typeof words === 'string') return words
  if (Array.isArray(words)) return words.map(flat).filter(Boolean).join(', ')
  if (typeof words !== 'object' || words === null) return ''
  const own = flat(member(words, 'message') ?? member(words, 'error'))
  if (own !== '') return own
  return Object.entries(words)
    .flatMap(([field, problems]) => {
      const text = flat(problems)
      return text === '' ? [] : [`${field}: ${text}`]
    })
    .join('; ')
}

/** https://pipedrive.readme.io/docs/core-api-concepts-http-status-codes */
const classify = (
  request: HttpRequest,
  { status, headers, body }: HttpResponse,
): { readonly recovery: Recovery; readonly hint: string } => {
  if (status === 401)
    return { recovery: 'reconnect', hint: 'Connect to Pipedrive again: the token is not accepted.' }
  if (status === 402)
    return { recovery: 'report', hint: 'The Pipedrive account is not open, or lacks a paid suite.' }
  if (status < 300)
    return request.method === 'GET' || request.method === 'DELETE'
      ? { recovery: 'retry', hint: 'Pipedrive says that it did not work; try again later.' }
      : { recovery: 'check', hint: checkHint(request) }
  if (status === 403 && typeof body === 'string')
    return { recovery: 'wait', hint: 'Pipedrive blocks this address for a while; wait a minute.' }
  if (status === 403 && /scope/i.test(apiMessage(body)))
    return {
      recovery: 'add-scope',
      hint: scopeHint(request),
    }
  if (status === 403)
    return { recovery: 'report', hint: 'The connected user or the plan does not allow this.' }
  if ((status === 404 || status === 410) && !isKnownCall(request))
    return { recovery: 'fix-input', hint: 'Pipedrive’s API has no such call: look at the path.' }
  if (status === 404)
    return { recovery: 'fix-input', hint: 'The record does not exist, or the user can’t see it.' }
  if (status === 410) return { recovery: 'fix-input', hint: 'The record has been deleted.' }
  if (status === 429 && headers['x-daily-ratelimit-token-remaining'] === '0')
    return {
      recovery: 'wait',
      hint: 'The daily token budget of the account is used up until Pipedrive’s daily reset.',
    }
  if (status === 429)
    return { recovery: 'wait', hint: 'Pipedrive’s rate limit is reached; try again later.' }
  if (status === 501)
    return {
      recovery: 'fix-input',
      hint: 'This server does not serve the call. Of a sandbox, docs/sandbox.md says what it serves.',
    }
  if (status >= 500)
    return request.method === 'GET' || request.method === 'DELETE'
      ? { recovery: 'retry', hint: 'Pipedrive has a problem of its own; try again later.' }
      : { recovery: 'check', hint: checkHint(request) }
  if (status < 400)
    return { recovery: 'report', hint: 'The API redirects, and the token is not sent elsewhere.' }
  return {
    recovery: 'fix-input',
    hint: `Correct the input that Pipedrive names and try again.${clearedHint(request)}`,
  }
}

/** Some members are nullable in one of Pipedrive's sources and not in the other. */
const clearedHint = ({ method, body }: HttpRequest): string => {
  const given = method === 'PATCH' && isRecord(body) ? Object.entries(body) : []
  const cleared = given.flatMap(([name, value]) => (value === null ? [name] : []))
  return cleared.length > 0
    ? ` If it does not clear ${cleared.join(' or ')}, leave that out, or give another value.`
    : ''
}
