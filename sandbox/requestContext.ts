import type { FastifyRequest } from 'fastify'
import { lookUp, type Target } from './router.ts'
import type { Caller } from './account.ts'

interface RequestContext {
  readonly target: Target
  caller?: Caller
}

/** Facts that the first line of a request gives. */
const known = new WeakMap<FastifyRequest, RequestContext>()

export const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? ''

export const contextOf = (request: FastifyRequest): RequestContext => {
  let context = known.get(request)
  if (!context) {
    context = { target: lookUp(request.method, pathOf(request)) }
    known.set(request, context)
  }
  return context
}

/** The path as in the specification, `/api/v2/deals/{id}`, or as called where it is not in there. */
export const templateOf = (request: FastifyRequest) => contextOf(request).target.template

export const routeOf = (request: FastifyRequest) => {
  const { target } = contextOf(request)
  return 'route' in target ? target.route : undefined
}
