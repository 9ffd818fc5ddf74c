import { ComponentError } from '../../definitions/index.ts'
import { openClient } from '../index.ts'
import { exchangeCode, type OAuthApp } from './oauth.ts'
import { openMeter } from '../../engine/index.ts'
import { identityIn, isOfAnother } from './identity.ts'
import { listConnections, saveConnection, type Connection } from './connections.ts'
import type { Store } from '../store/index.ts'

/** What came back from the authorization server, and what it was asked with. */
export interface AuthorizationCallback {
  readonly callback: URL
  readonly state: string
}

/**
 * Exchanges the code, asks whose account it is, and keeps the connection under a name. Workflows
 * that use a name must not end up in another company’s account, so that one is refused, whatever its
 * address is.
 */
export const connectWithCode = async (
  store: Store,
  name: string,
  app: OAuthApp,
  { callback, state }: AuthorizationCallback,
): Promise<Connection> => {
  const reply = await exchangeCode(store.component.connection, app, callback, state)
  const allowLoopback = app.server !== undefined
  const { component } = store
  const { accessToken, apiDomain, secrets = [] } = reply
  const code = callback.searchParams.getAll('code')
  const tokens = { accessToken, apiDomain, secrets: [...secrets, ...code] }
  const client = openClient({ component, tokens, allowLoopback })
  try {
    const { label: account, ...asked } = await openMeter({ client }).run(
      component.connection.test(),
    )
    const identity = identityIn(app, asked.identity)
    const before = (await listConnections(store)).find(known => known.name === name)
    if (before && isOfAnother(before, identity, reply))
      throw new ComponentError(`“${name}” belongs to ${before.account}, not to ${account}`, {
        recovery: 'reconnect',
        hint: 'Sign in to that account and allow the app there, or connect this one under a new name.',
      })
    return await saveConnection(store, name, app, reply, account, identity)
  } finally {
    await client.close()
  }
}
