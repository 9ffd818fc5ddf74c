import type { FastifyRequest } from 'fastify'
import type { Route } from './route.ts'
import type { Caller } from './world.ts'

interface Matched {
  route?: Route
  caller?: Caller
}

/** What is known of a request once its route has been found. */
const known = new WeakMap<FastifyRequest, Matched>()

export const matchedOf = (request: FastifyRequest): Matched => {
  let matched = known.get(request)
  if (!matched) known.set(request, (matched = {}))
  return matched
}

export const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? ''

/** As in the specification, `/api/v2/deals/{id}`; the path itself where no route was found. */
export const templateOf = (request: FastifyRequest) =>
  request.routeOptions.url?.replace(/:(\w+)/g, '{$1}') ?? pathOf(request)
