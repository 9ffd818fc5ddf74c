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
    const all = await listConnections(store)
    const known = all.find(({ clientId }) => clientId === sandbox.app.clientId)
    const taken = all.some(({ name }) => name === 'Sandbox')
    const name = known?.name ?? (taken ? 'Sandbox of the workbench' : 'Sandbox')
    const connection = await connectSandbox(store, sandbox, name)
    await clients.forget(connection.id)
    live.tell({ type: 'connections' })
    return viewOf(context, connection)
  })
}
