import type { FastifyInstance, FastifyRequest } from 'fastify'
import { InputError, string } from '../../../definitions/index.ts'
import { defaultCallback, listConnections, secretsOf } from '../../../runtime/connections/index.ts'
import { isLoopback } from '../../../runtime/index.ts'
import type { Store } from '../../../runtime/store/index.ts'
import type { OAuthAttempt } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { body, param } from '../requests.ts'
import { createAttempts, type Attempt } from './attempts.ts'
import { findConnection } from './clients.ts'
import { viewOf } from './view.ts'

const required = { required: true } as const
const newConnection = {
  name: string(required),
  clientId: string(required),
  clientSecret: string(required),
  callback: string(),
  server: string(),
}

/** Connecting to an account in the browser, anew or again. */
export const addOAuth = (server: FastifyInstance, context: Context): void => {
  const { store, clients, events, activation } = context
  const attempts = createAttempts(store, ({ connection }) => {
    events.publish({ type: 'connections' })
    if (!connection) return
    // What is open may lead to another account than the one that is connected now.
    void activation
      .reopen(connection.id, pause => clients.forget(connection.id, pause))
      .catch(() => {})
  })
  server.addHook('onClose', async () => attempts.cancel())
  const shown = async ({ connection, ...attempt }: Attempt): Promise<OAuthAttempt> =>
    connection ? { ...attempt, connection: await viewOf(context, connection) } : attempt

  server.post('/api/connections/oauth', async (request, reply) => {
    const given = body(newConnection, request)
    const name = filled('name', given.name)
    const app = {
      clientId: filled('clientId', given.clientId),
      clientSecret: filled('clientSecret', given.clientSecret),
      redirectUri: ownAddress('callback', given.callback ?? defaultCallback),
      ...(given.server && { server: ownAddress('server', given.server) }),
    }
    await requireFree(store, name)
    const still = async () => {
      await requireFree(store, name)
      return name
    }
    const attempt = await attempts.begin({ app, name: still, origin: originOf(request) })
    return reply.status(201).send(await shown(attempt))
  })
  server.post('/api/connections/:id/reconnect', async (request, reply) => {
    const { id } = await findConnection(store, param(request, 'id'))
    const { app } = await secretsOf(store, id)
    const name = async () => (await findConnection(store, id)).name
    const attempt = await attempts.begin({ app, name, origin: originOf(request) })
    return reply.status(201).send(await shown(attempt))
  })
  server.get('/api/connections/oauth/:id', request => shown(attempts.get(param(request, 'id'))))
  server.delete('/api/connections/oauth/:id', async (request, reply) => {
    attempts.get(param(request, 'id'))
    attempts.cancel()
    return reply.status(204).send()
  })
}

/** One of our own two names; every request is checked for that. */
const originOf = ({ headers }: FastifyRequest): string => `http://${headers.host}`

const filled = (path: string, value: string): string => {
  const text = value.trim()
  if (text !== '') return text
  throw new InputError(path, 'is required')
}

const ownAddress = (path: string, address: string): string => {
  if (isLoopback(address) && address.startsWith('http://')) return address
  throw new InputError(path, `${address} is not an HTTP address on this machine`)
}

/** Another account must not take the place of one that workflows use. */
const requireFree = async (store: Store, name: string): Promise<void> => {
  if ((await listConnections(store)).some(connection => connection.name === name))
    throw new InputError(
      'name',
      `a connection named "${name}" already exists`,
      'Choose another name.',
    )
}
