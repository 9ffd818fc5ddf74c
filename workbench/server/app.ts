import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { member } from '../../definitions/index.ts'
import { defaultCallback } from '../../runtime/connections/index.ts'
import type { Session } from '../api/index.ts'
import { addAlerts } from './alerts/routes.ts'
import { addBudget } from './budget/routes.ts'
import { addOAuth } from './connections/oauth.ts'
import { addConnections } from './connections/routes.ts'
import type { Context } from './context.ts'
import { answerError } from './errors.ts'
import { addOptions } from './options.ts'
import { addProperties } from './properties.ts'
import { root } from './root.ts'
import { addEvents } from './routes/events.ts'
import { addRetry } from './runs/retry.ts'
import { addRuns } from './runs/routes.ts'
import { addSandboxFields } from './sandbox/fields.ts'
import { addSandbox } from './sandbox/routes.ts'
import { guard, requireUtf8 } from './security.ts'
import { addPage } from './static.ts'
import { addSteps } from './steps/routes.ts'
import { addWorkflows } from './workflows/routes.ts'

const maxBodyBytes = 1024 * 1024
/** A page on this machine sends at once. */
const headersTimeoutMs = 15_000
const requestTimeoutMs = 30_000

const parts = [
  addConnections,
  addOAuth,
  addWorkflows,
  addOptions,
  addProperties,
  addSteps,
  addRuns,
  addRetry,
  addSandbox,
  addSandboxFields,
  addEvents,
  addAlerts,
  addBudget,
]

/** The server with all its routes; it does not listen yet. */
export const createApp = async (context: Context, port: () => number): Promise<FastifyInstance> => {
  const server = Fastify({
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    requestTimeout: requestTimeoutMs,
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 5_000 },
  })
  // A connection that can't be accepted is no reason to end.
  server.server.on('error', () => {})
  server.setErrorHandler((error, _request, reply) => answerError(error, reply))
  requireUtf8(server)
  const csrf = randomBytes(32).toString('base64url')
  guard(server, csrf, port)

  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const session: Session = {
    csrf,
    version: String(member(manifest, 'version')),
    sandboxUrl: context.sandbox.url,
    inbox: context.receiver.origin,
    notices: context.notices,
    callback: defaultCallback,
    scopes: context.store.component.connection.authorizations.flatMap(({ scopes }) => scopes),
    recordPages: context.store.component.recordPages ?? {},
  }
  server.get('/api/session', async () => session)
  for (const add of parts) add(server, context)
  await addPage(server)
  return server
}
