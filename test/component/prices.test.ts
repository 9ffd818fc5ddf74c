import { expect, test } from '@jest/globals'
import { tokenCost } from '../../component/tokenCosts.ts'
import type { HttpRequest, Method } from '../../definitions/index.ts'
import { transcripts } from '../transcripts/files.ts'

/** `x-token-cost` of Pipedrive's OpenAPI files of August 2026. */
const prices: readonly (readonly [Method, HttpRequest['path'], number])[] = [
  ['GET', '/api/v2/deals', 10],
  ['POST', '/api/v2/deals', 5],
  ['GET', '/api/v2/deals/archived', 20],
  ['GET', '/api/v2/deals/{id}', 1],
  ['DELETE', '/api/v2/deals/{id}', 3],
  ['GET', '/api/v2/deals/search', 20],
  ['GET', '/api/v2/persons', 10],
  ['POST', '/api/v2/persons', 5],
  ['GET', '/api/v2/persons/{id}', 1],
  ['DELETE', '/api/v2/persons/{id}', 3],
  ['GET', '/api/v2/persons/search', 20],
  ['GET', '/api/v2/organizations', 10],
  ['POST', '/api/v2/organizations', 5],
  ['GET', '/api/v2/organizations/{id}', 1],
  ['DELETE', '/api/v2/organizations/{id}', 3],
  ['GET', '/api/v2/organizations/search', 20],
  ['GET', '/api/v2/leads/search', 20],
  ['GET', '/api/v2/stages', 5],
  ['GET', '/api/v2/pipelines', 5],
  ['GET', '/api/v1/activityTypes', 20],
  ['GET', '/api/v1/currencies', 20],
  ['GET', '/api/v1/filters', 20],
  ['GET', '/api/v1/leads', 20],
  ['POST', '/api/v1/leads', 10],
  ['GET', '/api/v1/leads/archived', 40],
  ['GET', '/api/v1/leads/{id}', 2],
  ['DELETE', '/api/v1/leads/{id}', 6],
  ['GET', '/api/v1/leadLabels', 10],
  ['GET', '/api/v1/users', 20],
  ['GET', '/api/v1/users/me', 2],
  ['GET', '/api/v1/webhooks', 10],
  ['POST', '/api/v1/webhooks', 10],
  ['DELETE', '/api/v1/webhooks/{id}', 6],
]

test.each(prices)('%s %s costs %i', (method, path, price) => {
  expect(tokenCost({ method, path })).toBe(price)
})

test('every call that the component makes has a known price', () => {
  const known = new Set(prices.map(([method, path]) => `${method} ${path}`))
  const made = transcripts
    .filter(({ operation }) => operation !== 'customAction')
    .flatMap(({ exchange }) => exchange.flat())
    .map(({ request }) => request as HttpRequest)
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(made)].filter(call => !known.has(call))).toEqual([])
})

test.each([
  ['/api/v2/deals/42', 1],
  ['/api/v1/leads/5b0e77a0-31c2-11f1-9a4e-000000000001', 2],
] as const)('a path with its id in place costs as much as its template: %s', (path, price) => {
  expect(tokenCost({ method: 'GET', path })).toBe(price)
})
