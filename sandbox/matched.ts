import type { FastifyRequest } from 'fastify'
import type { Route } from './route.ts'
import type { Caller } from './world.ts'

interface Matched {
  route?: Route
  /** The path's template with the API's prefix. */
  template?: string
  caller?: Caller
}

/** What is known of a request once its route has been found. */
const known = new WeakMap<FastifyRequest, Matched>()

export const matchedOf = (request: FastifyRequest): Matched => {
  let matched = known.get(request)
  if (!matched) known.set(request, (matched = {}))
  return matched
}
