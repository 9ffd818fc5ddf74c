import type { FastifyRequest } from 'fastify'
import { lookUp, type Target } from './router.ts'
import type { Caller } from './world.ts'

interface Matched {
  readonly target: Target
  caller?: Caller
}

/** Facts that the first line of a request gives. */
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

/** The path as in the specification, `/api/v2/deals/{id}`, or as called where it is not in there. */
export const templateOf = (request: FastifyRequest) => matchedOf(request).target.template

export const routeOf = (request: FastifyRequest) => {
  const { target } = matchedOf(request)
  return 'route' in target ? target.route : undefined
}
