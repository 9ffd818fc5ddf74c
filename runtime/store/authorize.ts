import { pipedrive } from '../../component/index.ts'
import { ComponentError } from '../../definitions/index.ts'
import { openClient } from '../client.ts'
import { exchangeCode, type OAuthApp } from '../oauth.ts'
import { isLoopback } from '../origin.ts'
import { meter } from '../step.ts'
import { listConnections, saveConnection, type Connection } from './connections.ts'
import type { Store } from './open.ts'

/** What came back from the authorization server, and what it was asked with. */
export interface Authorized {
  readonly callback: URL
  readonly state: string
}

/**
 * Exchanges the code, asks whose account it is, and keeps the connection under a name. Workflows
 * that use a name must not end up in another company’s account, so that one is refused.
 */
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
    const before = (await listConnections(store)).find(known => known.name === name)
    if (before && isOfAnother(before.apiDomain, apiDomain))
      throw new ComponentError(`“${name}” belongs to ${before.account}, not to ${account}`, {
        recovery: 'reconnect',
        hint: 'Sign in to that account and allow the app there, or connect this one under a new name.',
      })
    return await saveConnection(store, name, app, reply, account)
  } finally {
    await client.close()
  }
}

/** A sandbox on this machine has another port at each start. */
const isOfAnother = (before: string, now: string): boolean =>
  before !== now && !(isLoopback(before) && isLoopback(now))
