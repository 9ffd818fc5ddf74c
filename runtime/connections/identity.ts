import { and, eq, isNull } from 'drizzle-orm'
import { openMeter } from '../../engine/index.ts'
import { isLoopback, type Client } from '../index.ts'
import type { Store } from '../store/open.ts'
import { connections } from '../store/schema.ts'
import type { OAuthApp, TokenReply } from './oauth.ts'
import type { Connection } from './connections.ts'

/** Every sandbox has the same company, and an app of its own that is not changed by a restart. */
export const identityIn = (
  { server, clientId }: Pick<Connection, 'server' | 'clientId'> | OAuthApp,
  identity: string,
): string => (server ? `${identity}, app ${clientId}` : identity)

/**
 * Whether a connection belongs to another account. Of one that is older than its identity, the
 * address is all that is known.
 */
export const isOfAnother = (
  known: Connection,
  identity: string,
  { apiDomain }: Pick<TokenReply, 'apiDomain'>,
): boolean =>
  known.identity === null
    ? known.apiDomain !== apiDomain && !(isLoopback(known.apiDomain) && isLoopback(apiDomain))
    : known.identity !== identity

/** Asks whose account it is, and keeps what is not known yet. Ends with the name to show. */
export const testConnection = async (
  store: Store,
  client: Client,
  connection: Connection,
): Promise<string> => {
  const { label, identity } = await openMeter({ client }).run(store.component.connection.test())
  await store.run(async () => {
    await store.db
      .update(connections)
      .set({ identity: identityIn(connection, identity) })
      .where(and(eq(connections.id, connection.id), isNull(connections.identity)))
  })
  return label
}
