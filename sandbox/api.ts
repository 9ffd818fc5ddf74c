import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { checkBody } from './bodies.ts'
import { gateway, invalid, unauthorized, wrongScope } from './errors.ts'
import { contextOf } from './requestContext.ts'
import type { Caller, Account } from './account.ts'

const authenticate = (account: Account, request: FastifyRequest): Caller => {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) throw unauthorized()
  const grant = account.tokens.check(token)
  if (!grant) throw gateway(401, 'Invalid token: access_token is invalid')
  return { token, userId: grant.userId, scopes: grant.scopes }
}

const admit = (account: Account, request: FastifyRequest, reply: FastifyReply) => {
  const matched = contextOf(request)
  const { target } = matched
  if ('problem' in target && target.open) throw target.problem
  const caller = (matched.caller = authenticate(account, request))
  if ('problem' in target) throw target.problem
  const { tokens, search, scopes } = target.route
  void reply.headers(account.limits.admit(caller.token, tokens, search))
  if (!scopes.some(scope => caller.scopes.includes(scope))) throw wrongScope()
}

const answer = async (account: Account, request: FastifyRequest, reply: FastifyReply) => {
  const { target, caller } = contextOf(request)
  if ('problem' in target) throw target.problem
  if (!caller) throw unauthorized()
  const { route, params } = target
  // An absent body counts as an empty one: a body without required members may be left out.
  const body = request.body ?? (route.body ? {} : undefined)
  if (route.body) checkBody(request, route.body, route.refuse, body)
  else if (body !== undefined && body !== null) throw invalid('a body is not allowed')
  const query = { ...(request.query as object) }
  return reply.status(route.status).send(await route.run(account, caller, { params, query, body }))
}

/** The REST API. The router decides which call a path means. */
export const api = (account: Account) => async (server: FastifyInstance) => {
  for (const url of ['/api/v1/*', '/v1/*', '/api/v2/*'])
    server.all(url, {
      onRequest: async (request, reply) => admit(account, request, reply),
      handler: (request, reply) => answer(account, request, reply),
    })
}
