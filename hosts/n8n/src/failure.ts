import {
  ComponentError,
  member,
  NotSentError,
  type HttpResponse,
} from '../../../definitions/index.ts'
import { answerOf } from './answer.ts'

/** Nothing has left: there was no connection. */
const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** n8n's own words advise to send again, which is wrong for a write. */
const words: Readonly<Record<string, string>> = {
  ECONNRESET: 'the connection broke',
  EPIPE: 'the connection broke',
  ECONNABORTED: 'there was no answer in time',
  ETIMEDOUT: 'there was no answer in time',
  ERR_BAD_RESPONSE: 'the answer was cut off',
}

const connectAgain = 'Open the credential and connect it again.'

/** What n8n has wrapped, the innermost last. */
const chain = (error: unknown): readonly unknown[] => {
  const inner: unknown[] = []
  let at = error
  while (at !== undefined && at !== null && inner.length < 6) {
    inner.push(at)
    at = inherited(at, 'cause')
  }
  return inner
}

/** Members of errors may be inherited. */
const inherited = (value: unknown, name: string): unknown => Reflect.get(Object(value), name)

/** Pipedrive's answer within what n8n has thrown; undefined where there was none. */
export const answerIn = (error: unknown): HttpResponse | undefined => {
  const response = chain(error)
    .map(one => inherited(one, 'response'))
    .find(one => typeof one === 'object' && one !== null)
  const status = Number(inherited(response, 'status') ?? inherited(error, 'httpCode'))
  if (!(status >= 300) || status === 401) return undefined
  return answerOf(status, member(response, 'headers'), member(response, 'data'))
}

/** What was thrown for a request without an answer, in the engine's terms. */
export const failureOf = (error: unknown, origin: string): Error => {
  const axios = chain(error).find(one => inherited(one, 'isAxiosError') === true)
  const httpCode = inherited(error, 'httpCode')
  const status = inherited(inherited(axios, 'response'), 'status')
  if (status === 401 || httpCode === '401' || httpCode === 'EAUTH')
    return new ComponentError('Pipedrive does not accept the token, and a new one did not help', {
      recovery: 'reconnect',
      hint: connectAgain,
    })
  // n8n itself has refused: the network has nothing to do with it, and trying again is no use.
  if (axios === undefined && typeof httpCode !== 'string')
    return new ComponentError(textOf(error, 'message') ?? 'The credential can’t be used', {
      recovery: 'reconnect',
      hint: textOf(error, 'description') ?? connectAgain,
    })
  const code = textOf(axios, 'code') ?? (typeof httpCode === 'string' ? httpCode : '')
  if (code === 'ERR_CANCELED')
    return Object.assign(new Error('the execution was stopped'), { name: 'AbortError' })
  if (unconnected.has(code)) return new NotSentError(`no connection to ${origin}`, new Error(code))
  return new Error(words[code] ?? 'the connection failed')
}

const textOf = (value: unknown, name: string): string | undefined => {
  const text = inherited(value, name)
  return typeof text === 'string' && text !== '' ? text : undefined
}
