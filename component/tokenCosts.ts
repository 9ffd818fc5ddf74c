import type { HttpRequest } from '../definitions/index.ts'

/** `x-token-cost` of today's specification, where it is not the rule below. */
const exceptions: Readonly<Record<string, number>> = {
  'GET /api/v2/deals/archived': 20,
  'GET /api/v2/stages': 5,
  'GET /api/v2/pipelines': 5,
  'GET /api/v1/leads/archived': 40,
  'GET /api/v1/leadLabels': 10,
  'GET /api/v1/webhooks': 10,
}

const rule = {
  v1: { get: 2, list: 20, write: 10, delete: 6, search: 40 },
  v2: { get: 1, list: 10, write: 5, delete: 3, search: 20 },
} as const

const single = /\/(\{\w+\}|\d+|me|[0-9a-f]{8}-[0-9a-f-]{27})$/

/**
 * What a call costs of the account's daily budget, in tokens.
 * https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting
 */
export const tokenCost = ({ method, path }: Pick<HttpRequest, 'method' | 'path'>): number => {
  const price = path.startsWith('/api/v2/') ? rule.v2 : rule.v1
  const special = exceptions[`${method} ${path}`]
  if (special !== undefined) return special
  if (method === 'DELETE') return price.delete
  if (method !== 'GET') return price.write
  if (path.includes('earch')) return price.search
  return single.test(path) ? price.get : price.list
}
