import { pipedrive } from '../../component/index.ts'
import { openClient } from '../client.ts'
import { exchangeCode, type OAuthApp } from '../oauth.ts'
import { meter } from '../step.ts'
import { saveConnection, type Connection } from './connections.ts'
import type { Store } from './open.ts'

/** What came back from the authorization server, and what it was asked with. */
export interface Authorized {
  readonly callback: URL
  readonly state: string
}

/** Exchanges the code, asks whose account it is, and keeps the connection under a name. */
export const connectAuthorized = async (
  store: Store,
  name: string,
  app: OAuthApp,
  { callback, state }: Authorized,
): Promise<Connection> => {
  const reply = await exchangeCode(app, callback, state)
  const { accessToken, apiDomain } = reply
  const allowLoopback = app.server !== undefined
  const client = openClient({ tokens: { accessToken, apiDomain }, allowLoopback })
  try {
    const account = await meter({ client }).ask(pipedrive.connection.test())
    return await saveConnection(store, name, app, reply, account)
  } finally {
    await client.close()
  }
}
