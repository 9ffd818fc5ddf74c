import type { HttpRequest } from '../definitions/index.ts'
import { operationOf } from './operations.ts'

/** For calls that the specification does not have. */
const rule = {
  v1: { get: 2, list: 20, write: 10, delete: 6, search: 40 },
  v2: { get: 1, list: 10, write: 5, delete: 3, search: 20 },
} as const

const single = /\/(\{\w+\}|\d+|me|[0-9a-f]{8}-[0-9a-f-]{27})\/?$/

/**
 * What a call costs of the account's daily budget, in tokens.
 * https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting
 */
export const tokenCost = (request: Pick<HttpRequest, 'method' | 'path'>): number => {
  const known = operationOf(request)
  if (known) return known.cost
  const { method, path } = request
  const price = path.includes('/v2/') ? rule.v2 : rule.v1
  if (method === 'DELETE') return price.delete
  if (method !== 'GET') return price.write
  if (path.includes('earch')) return price.search
  return single.test(path) ? price.get : price.list
}
