import type { Client } from '../../../runtime/index.ts'
import {
  connectionWithId,
  type Connection,
  type StoredWorkflow,
} from '../../../runtime/store/index.ts'
import type { Context } from '../context.ts'
import { notFound, Refusal } from '../errors.ts'

/** What the connection of a workflow leads to. */
export const connected = async (
  { store, clients }: Pick<Context, 'store' | 'clients'>,
  { connectionId }: Pick<StoredWorkflow, 'connectionId'>,
): Promise<{ readonly connection: Connection; readonly client: Client }> => {
  if (connectionId === null)
    throw new Refusal(400, 'No connection is chosen', 'Choose one, or connect to the sandbox.')
  const connection = await connectionWithId(store, connectionId)
  if (!connection) throw notFound('connection')
  return { connection, client: await clients.of(connectionId) }
}
