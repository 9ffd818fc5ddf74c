import type { Client } from '../../../runtime/index.ts'
import {
  connectionWithId,
  openConnection,
  type Connection,
} from '../../../runtime/connections/index.ts'
import type { Store } from '../../../runtime/store/index.ts'
import { notFound } from '../errors.ts'

/** One client for each connection in use, so that all its users share one rate limit. */
export interface Clients {
  of(connectionId: string): Promise<Client>
  /**
   * Its tokens or its address have changed, or it is gone. The old client is closed after
   * `stopUsers`; from the beginning, `of` opens a new one.
   */
  forget(connectionId: string, stopUsers?: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

export const createClients = (store: Store): Clients => {
  const clients = new Map<string, Promise<Client>>()
  const open = async (id: string) => openConnection(store, await findConnection(store, id))
  const forget = async (id: string, stopUsers?: () => Promise<void>) => {
    const client = clients.get(id)
    clients.delete(id)
    await stopUsers?.()
    await (await client?.catch(() => undefined))?.close()
  }
  return {
    of(id) {
      const client = clients.get(id) ?? open(id)
      clients.set(id, client)
      // Forgets what could not be opened, so that the next caller tries again.
      client.catch(() => clients.delete(id))
      return client
    },
    forget,
    async close() {
      await Promise.all([...clients.keys()].map(id => forget(id)))
    },
  }
}

export const findConnection = async (store: Store, id: string): Promise<Connection> => {
  const connection = await connectionWithId(store, id)
  if (!connection) throw notFound('connection')
  return connection
}
