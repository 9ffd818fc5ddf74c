import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { checkBody } from './bodies.ts'
import { gateway, general, unauthorized, wrongScope } from './errors.ts'
import { matchedOf } from './matched.ts'
import { retired } from './routes/retired.ts'
import { routes } from './routes/index.ts'
import type { Params, Route } from './route.ts'
import type { Caller, World } from './world.ts'

const prefixes = { v1: ['/api/v1', '/v1'], v2: ['/api/v2'] } as const

const authenticate = (world: World, request: FastifyRequest): Caller => {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) throw unauthorized()
  const grant = world.tokens.check(token)
  if (!grant) throw gateway(401, 'Invalid token: access_token is invalid')
  return { token, userId: grant.userId, scopes: grant.scopes }
}

const toOptions = (world: World, route: Route, prefix: string): RouteOptions => {
  return {
    method: route.method,
    url: (prefix + route.path).replace(/\{(\w+)\}/g, ':$1'),
    onRequest: async (request, reply) => {
      const matched = matchedOf(request)
      matched.route = route
      const caller = (matched.caller = authenticate(world, request))
      void reply.headers(world.limits.admit(caller.token, route.tokens, route.search))
      const { scopes } = route
      if (!scopes.some(scope => caller.scopes.includes(scope))) throw wrongScope()
    },
    handler: async (request, reply) => {
      const { caller } = matchedOf(request)
      if (!caller) throw unauthorized()
      if (route.body) checkBody(request, route.body, route.refuse)
      const body = await route.run(world, caller, {
        params: request.params as Params,
        query: { ...(request.query as object) },
        body: request.body,
      })
      return reply.status(route.status).send(body)
    },
  }
}

export const api = (world: World) => async (server: FastifyInstance) => {
  for (const version of ['v1', 'v2'] as const) {
    const own = routes.filter(route => route.version === version)
    for (const prefix of prefixes[version])
      for (const route of own) server.route(toOptions(world, route, prefix))
  }
  for (const prefix of prefixes.v1)
    for (const name of retired)
      for (const tail of ['', '/*'])
        server.all(`${prefix}/${name}${tail}`, async request => {
          authenticate(world, request)
          throw general(410, `This endpoint is no longer available, use /api/v2/${name}`)
        })
}

/** What a path that no route took is answered: 405 where another method would have been right. */
export const unmatched = (request: FastifyRequest) => {
  const path = request.url.split('?')[0] ?? ''
  const known = routes.some(route =>
    prefixes[route.version].some(prefix => {
      const template = (prefix + route.path).replace(/\{\w+\}/g, '[^/]+')
      return new RegExp(`^${template}$`).test(path)
    }),
  )
  return known ? general(405, 'Method not allowed') : general(404, 'Unknown method .')
}
