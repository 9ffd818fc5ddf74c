import type { FastifyRequest } from 'fastify'
import { lookUp, type Target } from './router.ts'
import type { Caller } from './world.ts'

interface Matched {
  readonly target: Target
  caller?: Caller
}

/** What is known of a request from its first line on. */
const known = new WeakMap<FastifyRequest, Matched>()

export const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? ''

export const matchedOf = (request: FastifyRequest): Matched => {
  let matched = known.get(request)
  if (!matched) {
    matched = { target: lookUp(request.method, pathOf(request)) }
    known.set(request, matched)
  }
  return matched
}

/** As in the specification, `/api/v2/deals/{id}`; the path itself where it is not in there. */
export const templateOf = (request: FastifyRequest) => matchedOf(request).target.template

export const routeOf = (request: FastifyRequest) => {
  const { target } = matchedOf(request)
  return 'route' in target ? target.route : undefined
}
