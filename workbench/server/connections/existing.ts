import { connectionWithId, type Connection } from '../../../runtime/connections/index.ts'
import type { Store } from '../../../runtime/store/index.ts'
import { notFound } from '../errors.ts'

export const existing = async (store: Store, id: string): Promise<Connection> => {
  const connection = await connectionWithId(store, id)
  if (!connection) throw notFound('connection')
  return connection
}
