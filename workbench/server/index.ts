import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { openStore } from '../../runtime/store/index.ts'
import { createApp } from './app.ts'
import { createClients } from './connections/clients.ts'
import { makeExample } from './first.ts'
import { createLive } from './live.ts'
import { openSandbox, reconnectSandbox } from './sandbox/own.ts'

export interface WorkbenchOptions {
  /** Where everything is kept; the user's own data directory when absent. */
  readonly folder?: string
  /** The next free one is taken where it is in use; 0 takes any. */
  readonly port?: number
}

export interface Workbench {
  readonly url: string
  close(): Promise<void>
}

const usualPort = 4780
const portsToTry = 20

/** Starts the workbench on this machine; nobody else can reach it. */
export const startWorkbench = async (options: WorkbenchOptions = {}): Promise<Workbench> => {
  const { folder, port = usualPort } = options
  const store = await openStore(folder === undefined ? {} : { folder })
  const live = createLive()
  const sandbox = await openSandbox(kind => live.tell({ type: 'sandbox', kind }))
  await reconnectSandbox(store, sandbox)
  await makeExample(store, sandbox)
  const clients = createClients(store)
  const server = await createApp({ store, sandbox, clients, live }, () => portOf(server))
  await listen(server, port)
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    async close() {
      await server.close()
      await clients.close()
      await sandbox.close()
      store.close()
    },
  }
}

const portOf = (server: FastifyInstance): number => {
  const address: AddressInfo | string | null = server.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const listen = async (server: FastifyInstance, port: number): Promise<void> => {
  for (let candidate = port; ; candidate++) {
    try {
      await server.listen({ host: '127.0.0.1', port: candidate })
      return
    } catch (error) {
      const taken = Reflect.get(Object(error), 'code') === 'EADDRINUSE'
      if (!taken || candidate === port + portsToTry) throw error
    }
  }
}
