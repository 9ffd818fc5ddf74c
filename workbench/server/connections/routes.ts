import type { FastifyInstance } from 'fastify'
import { listConnections } from '../../../runtime/store/index.ts'
import type { Context } from '../context.ts'
import { connectSandbox } from '../sandbox/own.ts'
import { viewOf } from './view.ts'

export const addConnections = (server: FastifyInstance, context: Context): void => {
  const { store, sandbox, clients, live } = context

  server.get('/api/connections', async () =>
    Promise.all((await listConnections(store)).map(connection => viewOf(context, connection))),
  )
  server.post('/api/connections/sandbox', async () => {
    const connection = await connectSandbox(store, sandbox)
    await clients.forget(connection.id)
    live.tell({ type: 'connections' })
    return viewOf(context, connection)
  })
}
