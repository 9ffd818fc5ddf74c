import { isUtf8 } from 'node:buffer'
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import { api } from './api.ts'
import { addControl } from './control/routes.ts'
import { answerProblem } from './answers.ts'
import { general } from './errors.ts'
import { guard } from './guard.ts'
import { addOAuth } from './oauth/routes.ts'
import type { Client } from './oauth/client.ts'
import { addHooks } from './hooks.ts'
import type { Account } from './account.ts'

/** An empty body is no body: clients put a content type on everything they send. */
const parseJson = async (_request: unknown, body: Buffer): Promise<unknown> => {
  if (!isUtf8(body)) throw general(400, 'The body is not UTF-8')
  return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'))
}
const parseNothing = async (_request: unknown, text: string) => {
  if (text !== '') throw general(415, 'Unsupported media type')
}

/** Time limits for the arrival of requests: connections that never end would pile up. */
const headersTimeoutMs = 15_000
const requestTimeoutMs = 30_000

export const createServer = async (account: Account, client: Client, controls: boolean) => {
  const server = Fastify({
    requestTimeout: requestTimeoutMs,
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 5000 },
    // Pipedrive's v2 coerces nothing, drops nothing and fills nothing in.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  })
  server.removeContentTypeParser(['application/json', 'text/plain'])
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJson)
  server.addContentTypeParser('*', { parseAs: 'string' }, parseNothing)
  server.setErrorHandler(answerProblem)
  guard(server)
  addHooks(server, account)
  await server.register(async scope => {
    await scope.register(formbody)
    addOAuth(scope, account, client)
  })
  if (controls) addControl(server, account)
  await server.register(api(account))
  server.setNotFoundHandler(() => {
    throw general(404, 'Unknown method .')
  })
  await server.ready()
  return server
}
