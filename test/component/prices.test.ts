import { expect, test } from 'vitest'
import { tokenCost } from '../../component/tokenCosts.ts'
import type { HttpRequest, Method } from '../../definitions/index.ts'
import { routes } from '../../sandbox/routes/index.ts'
import { transcripts } from '../transcripts/files.ts'

/** `x-token-cost` of Pipedrive's OpenAPI files of August 2026: one call of each kind. */
const rule: readonly (readonly [Method, HttpRequest['path'], number])[] = [
  ['GET', '/api/v2/deals', 10],
  ['GET', '/api/v2/deals/{id}', 1],
  ['POST', '/api/v2/deals', 5],
  ['DELETE', '/api/v2/deals/{id}', 3],
  ['GET', '/api/v2/deals/search', 20],
  ['GET', '/api/v2/deals/archived', 20],
  ['GET', '/api/v1/leads', 20],
  ['GET', '/api/v1/leads/{id}', 2],
  ['POST', '/api/v1/leads', 10],
  ['DELETE', '/api/v1/leads/{id}', 6],
  ['GET', '/api/v1/users/me', 2],
]

test.each(rule)('%s %s costs %i', (method, path, price) => {
  expect(tokenCost({ method, path })).toBe(price)
})

/** All calls that the component makes by itself, as the transcripts have them. */
const calls = new Map(
  transcripts
    .filter(({ operation }) => operation !== 'customAction')
    .flatMap(({ exchange }) => exchange.flat())
    .map(({ request }) => request as HttpRequest)
    .map(request => [`${request.method} ${request.path}`, request]),
)
const served = routes.flatMap(({ method, version, path, tokens }) => {
  const request = calls.get(`${method} /api/${version}${path}`)
  return request ? [{ method, path: request.path, tokens }] : []
})

/** The sandbox has its prices from the same files, against which test:deep holds all calls. */
test.each(served)(
  '$method $path costs what the sandbox charges: $tokens',
  ({ tokens, ...call }) => {
    expect(tokenCost(call)).toBe(tokens)
  },
)

test.each([
  ['/api/v2/deals/42', 1],
  ['/api/v1/leads/5b0e77a0-31c2-11f1-9a4e-000000000001', 2],
] as const)('a path with its id in place costs as much as its template: %s', (path, price) => {
  expect(tokenCost({ method: 'GET', path })).toBe(price)
})
