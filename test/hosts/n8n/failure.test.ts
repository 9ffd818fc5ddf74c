import { ComponentError, NotSentError } from '../../../definitions/index.ts'
import { answerIn, failureOf } from '../../../hosts/n8n/src/failure.ts'

const origin = 'https://company.pipedrive.com'

/** As n8n 2.41 throws it: an error of its own around that of axios. */
const wrapped = (httpCode: string | null, axios: object) =>
  Object.assign(new Error('You can retry the request immediately'), {
    httpCode,
    cause: Object.assign(new Error('inner'), { isAxiosError: true, ...axios }),
  })
/** As n8n 2.0 throws it. */
const bare = (httpCode: string | null, more: object = {}) =>
  Object.assign(new Error('outer'), { httpCode, ...more })

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
  '%s: nothing has been sent',
  code => {
    for (const error of [wrapped(code, { code }), bare(code)]) {
      expect(answerIn(error)).toBeUndefined()
      expect(failureOf(error, origin)).toBeInstanceOf(NotSentError)
    }
  },
)

test.each([
  ['ECONNRESET', 'the connection broke'],
  ['EPIPE', 'the connection broke'],
  ['ECONNABORTED', 'there was no answer in time'],
  ['ETIMEDOUT', 'there was no answer in time'],
  ['ESOMETHING', 'the connection failed'],
])('%s: the outcome is unknown, in words of our own', (code, message) => {
  for (const error of [wrapped(code, { code }), bare(code)]) {
    expect(answerIn(error)).toBeUndefined()
    const failure = failureOf(error, origin)
    expect(failure).not.toBeInstanceOf(ComponentError)
    expect(failure.message).toBe(message)
    // n8n would put words of its own in place of a message with a code.
    expect(failure.message).not.toContain(code)
  }
})

test('an answer that is cut off has a status and is none', () => {
  const error = wrapped('200', { code: 'ERR_BAD_RESPONSE', response: { status: 200 } })
  expect(answerIn(error)).toBeUndefined()
  expect(failureOf(error, origin).message).toBe('the answer was cut off')
})

test('a stopped execution is no failure of the network', () => {
  expect(failureOf(wrapped('ERR_CANCELED', { code: 'ERR_CANCELED' }), origin).name).toBe(
    'AbortError',
  )
})

test('a credential that n8n refuses is not the network, and is to be connected again', () => {
  const refused = bare(null, { description: 'The refresh token is not valid.' })
  for (const error of [
    refused,
    bare('EAUTH'),
    bare('401'),
    wrapped('401', { code: 'ERR_BAD_REQUEST', response: { status: 401 } }),
  ]) {
    expect(answerIn(error)).toBeUndefined()
    expect(failureOf(error, origin)).toMatchObject({ recovery: 'reconnect' })
  }
  expect(failureOf(refused, origin)).toMatchObject({ hint: 'The refresh token is not valid.' })
})

test('any other status is an answer', () => {
  const response = { status: 404, headers: { 'X-A': '1' }, data: '{"error":"gone"}' }
  expect(answerIn(wrapped('404', { code: 'ERR_BAD_REQUEST', response }))).toEqual({
    status: 404,
    headers: { 'x-a': '1' },
    body: '{"error":"gone"}',
  })
  expect(answerIn(bare('503'))).toEqual({ status: 503, headers: {}, body: null })
})

test('errors that wrap themselves are read all the same', () => {
  const error = bare('ECONNRESET')
  Object.assign(error, { cause: error })
  expect(failureOf(error, origin).message).toBe('the connection broke')
  expect(failureOf(undefined, origin)).toMatchObject({ recovery: 'reconnect' })
})
