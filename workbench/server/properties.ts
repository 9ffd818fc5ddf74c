import type { FastifyInstance } from 'fastify'
import { boolean, string } from '../../definitions/index.ts'
import { findAction, loadProperties, propertiesSource } from '../../engine/index.ts'
import type { PropertiesView } from '../api/index.ts'
import { findConnection } from './connections/clients.ts'
import type { Context } from './context.ts'
import { body } from './requests.ts'
import { abortedWith } from './streams.ts'

const properties = {
  connectionId: string({ required: true }),
  operation: string({ required: true }),
  path: string({ required: true }),
  fresh: boolean(),
}

/** The members of a dynamic property in an account: what its form is drawn from. */
export const addProperties = (
  server: FastifyInstance,
  { store, clients, sandbox }: Context,
): void => {
  server.post('/api/properties', async (request, reply): Promise<PropertiesView> => {
    const { connectionId, operation, path, fresh } = body(properties, request)
    const action = findAction(store.component, operation)
    propertiesSource(action, path)
    const client = await clients.of(connectionId)
    const { clientId } = await findConnection(store, connectionId)
    // Asking the sandbox costs nothing.
    const query = { input: {}, fresh: fresh === true || clientId === sandbox.app.clientId }
    const result = await loadProperties(action, path, query, { client, signal: abortedWith(reply) })
    if ('error' in result) throw result.error
    return { properties: result.properties }
  })
}
