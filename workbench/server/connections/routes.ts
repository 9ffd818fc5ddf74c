import type { FastifyInstance } from 'fastify'
import { ComponentError, InputError, string } from '../../../definitions/index.ts'
import {
  revokeToken,
  listConnections,
  removeConnection,
  renameConnection,
  secretsOf,
  testConnection,
} from '../../../runtime/connections/index.ts'
import { listWorkflows, type Store } from '../../../runtime/store/index.ts'

import type { ConnectionTest } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { body, param, query } from '../requests.ts'
import { connectSandbox } from '../sandbox/connect.ts'
import { findConnection } from './clients.ts'
import { viewOf } from './view.ts'

export const addConnections = (server: FastifyInstance, context: Context): void => {
  const { store, sandbox, clients, events, activation } = context
  const changed = () => events.publish({ type: 'connections' })

  server.get('/api/connections', async () =>
    Promise.all((await listConnections(store)).map(connection => viewOf(context, connection))),
  )
  server.post('/api/connections/sandbox', async () => {
    const connection = await connectSandbox(store, sandbox)
    await activation.reopen(connection.id, pause => clients.forget(connection.id, pause))
    changed()
    return viewOf(context, connection)
  })
  server.post('/api/connections/:id/test', async (request): Promise<ConnectionTest> => {
    const known = await findConnection(store, param(request, 'id'))
    const { id } = known
    const client = await clients.of(id)
    try {
      const { connection } = store.component
      const account = await testConnection(store, client, known)
      const { scopes } = await findConnection(store, id)
      return { account, missingScopes: connection.missingScopes(scopes.split(' ')) }
    } finally {
      // It may have turned out that the connection has to be made anew.
      changed()
    }
  })
  server.patch('/api/connections/:id', async request => {
    const { id, name } = await findConnection(store, param(request, 'id'))
    const to = body({ name: string({ required: true }) }, request).name.trim()
    if (to === '') throw new InputError('name', 'is required')
    if (to !== name) await renameConnection(store, name, to)
    changed()
    return viewOf(context, await findConnection(store, id))
  })
  server.delete('/api/connections/:id', async (request, reply) => {
    const { id } = await findConnection(store, param(request, 'id'))
    for (const workflow of await listWorkflows(store))
      if (workflow.active?.connectionId === id) await activation.deactivate(workflow.id)
    if (query(request, 'forget') !== 'true') await revoke(store, id).catch(notRevoked)
    await clients.forget(id)
    await removeConnection(store, id)
    changed()
    return reply.status(204).send()
  })
}

const revoke = async (store: Store, id: string): Promise<void> => {
  const { app, secrets } = await secretsOf(store, id)
  await revokeToken(store.component.connection, app, secrets.refreshToken, [secrets.accessToken])
}

const notRevoked = (cause: unknown): never => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new ComponentError(`The tokens of this connection were not revoked: ${reason}`, {
    cause,
    recovery: 'retry',
    hint: 'Try again, or remove the connection here and uninstall the app in the account’s settings.',
  })
}
