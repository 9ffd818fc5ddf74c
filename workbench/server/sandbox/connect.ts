import { randomUUID } from 'node:crypto'
import {
  authorizationUrl,
  connectWithCode,
  listConnections,
  type Connection,
} from '../../../runtime/connections/index.ts'
import type { Store } from '../../../runtime/store/index.ts'
import type { EmbeddedSandbox } from './embeddedSandbox.ts'

/** The connection to the sandbox, made or made anew. */
export const connectSandbox = async (
  store: Store,
  sandbox: EmbeddedSandbox,
): Promise<Connection> => {
  const all = await listConnections(store)
  const known = all.find(({ clientId }) => clientId === sandbox.app.clientId)
  const taken = all.some(({ name }) => name === 'Sandbox')
  return authorize(store, sandbox, known?.name ?? (taken ? 'Workbench sandbox' : 'Sandbox'))
}

/** The sandbox has other tokens, and maybe another address, whenever it starts. */
export const reconnectSandbox = async (store: Store, sandbox: EmbeddedSandbox): Promise<void> => {
  for (const { clientId, name } of await listConnections(store))
    if (clientId === sandbox.app.clientId) await authorize(store, sandbox, name)
}

/** Does by itself what a person does on the sandbox's consent page. */
const authorize = async (
  store: Store,
  { app }: EmbeddedSandbox,
  name: string,
): Promise<Connection> => {
  const state = randomUUID()
  const { origin, pathname, searchParams } = new URL(
    authorizationUrl(store.component.connection, app, state),
  )
  searchParams.set('decision', 'allow')
  const decided = await fetch(origin + pathname, {
    method: 'POST',
    body: searchParams,
    redirect: 'manual',
  })
  const callback = new URL(decided.headers.get('location') ?? '', app.redirectUri)
  return connectWithCode(store, name, app, { callback, state })
}
