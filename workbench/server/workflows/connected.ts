import type { Client } from '../../../runtime/index.ts'
import type { Connection } from '../../../runtime/connections/index.ts'
import type { StoredWorkflow } from '../../../runtime/store/index.ts'
import type { Context } from '../context.ts'
import { existing } from '../connections/existing.ts'
import { Refusal } from '../errors.ts'

/** What the connection of a workflow leads to. */
export const connected = async (
  { store, clients }: Pick<Context, 'store' | 'clients'>,
  { connectionId }: Pick<StoredWorkflow, 'connectionId'>,
): Promise<{ readonly connection: Connection; readonly client: Client }> => {
  if (connectionId === null)
    throw new Refusal(400, 'No connection selected', 'Choose one, or connect to the sandbox.')
  const connection = await existing(store, connectionId)
  return { connection, client: await clients.of(connectionId) }
}
