import { describe, expect, test } from 'vitest'
import { isKnownCall } from '../../component/operations.ts'
import { scopeHint } from '../../component/scopes.ts'
import { tokenCost } from '../../component/tokenCosts.ts'
import { customAction } from '../../component/customAction.ts'
import type { HttpRequest } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { catchError } from '../definitions/catchError.ts'
import { fakeApi, response } from './fakeApi.ts'

const call = (text: string) => {
  const [method, path] = text.split(' ') as [HttpRequest['method'], HttpRequest['path']]
  return { method, path }
}

test.each([
  ['POST /api/v2/leads/{id}/convert/deal', 40],
  ['POST /api/v2/leads/5b0e77a0-31c2-11f1-9a4e-000000000001/convert/deal', 40],
  ['PUT /api/v1/deals/42/merge', 40],
  ['PUT /v1/deals/42/merge/', 40],
  ['GET /api/v2/deals/42/', 1],
  ['GET /api/v2/dealFields/a1b2c3', 1],
  ['GET /api/v2/deals/archived', 20],
  ['GET /api/v1/users/me', 2],
  ['GET /api/v1/nowhere', 20],
] as const)('%s costs %i', (text, cost) => {
  expect(tokenCost(call(text))).toBe(cost)
})

describe('a scope', () => {
  test.each([
    ['GET /api/v2/deals/42', 'deals:read'],
    ['POST /api/v2/deals', 'deals:full'],
    ['GET /api/v1/users', 'users:read'],
    ['GET /api/v2/persons/search', 'contacts:read'],
    ['GET /api/v2/itemSearch', 'search:read'],
    ['GET /api/v2/products', 'products:read'],
    ['POST /api/v1/webhooks', 'webhooks:full'],
    ['GET /v1/mailbox/mailThreads', 'mail:read'],
  ])('for %s is %s', (text, scope) => {
    expect(scopeHint(call(text))).toBe(
      `Tick the scope ${scope} in the Developer Hub and connect again.`,
    )
  })

  test('is not guessed at', () => {
    expect(scopeHint(call('GET /api/v1/nowhere'))).toMatch(/^Look which scope GET .* needs at/)
  })
})

const refused = (path: string, status: number, body: unknown = { success: false }) => {
  const api = fakeApi({ [`GET ${path}`]: response(status, body) })
  return catchError(() => driveSync(customAction.perform({ method: 'GET', path }), api.send))
}

test('a wrong path, a missing record and a deleted one are told apart', () => {
  expect(isKnownCall(call('GET /api/v2/deal/42'))).toBe(false)
  expect(refused('/api/v2/deal/42', 404)).toMatchObject({
    hint: expect.stringMatching(/no such call/),
  })
  expect(refused('/api/v2/deals/42', 404)).toMatchObject({
    hint: expect.stringMatching(/does not exist/),
  })
  expect(refused('/api/v2/deals/42', 410)).toMatchObject({ hint: expect.stringMatching(/deleted/) })
})

test.each([
  [{ error: 'Bad' }, 'Bad'],
  [{ error: { message: 'Bad' } }, 'Bad'],
  [{ error: { code: 'X', message: ['Bad', 'worse'] } }, 'Bad, worse'],
  [{ message: 'Bad', errors: { title: ['short'] } }, 'Bad'],
  [{ errors: { title: ['short', 'odd'], id: 'none' } }, 'title: short, odd; id: none'],
  [{ errors: [{ message: 'Bad' }, { message: 'worse' }] }, 'Bad, worse'],
  [{ error: '', error_info: 'See the docs' }, 'See the docs'],
  [{ error: 'Bad', error_info: 'See the docs' }, 'Bad – See the docs'],
  [{ error: 'invalid_request', error_description: 'No code' }, 'invalid_request'],
  ['plain words', 'plain words'],
  ['<html>', 'an HTML page'],
])('the words of %j reach the user', (body, words) => {
  expect(refused('/api/v2/deals/42', 400, body)).toMatchObject({
    apiMessage: words,
    message: `GET /api/v2/deals/42 answered 400: ${words}`,
  })
})
