import { setTimeout } from 'node:timers/promises'
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { ComponentError } from '../../definitions/index.ts'
import type { Tokens } from '../index.ts'
import { appSecrets, refreshTokens, refreshTimeoutMs } from './oauth.ts'
import { encryptSecrets, secretsOf, type StoredTokens } from './connections.ts'
import type { Store } from '../store/open.ts'
import { connections } from '../store/schema.ts'

/** Longer than any refresh takes: a killed process blocks others for that time. */
const leaseMs = refreshTimeoutMs + 5_000
const pollIntervalMs = 50

/** The tokens of a connection as they are stored. */
export const currentTokens = async (store: Store, id: string): Promise<Tokens> =>
  tokensOf(await secretsOf(store, id))

/**
 * New tokens in place of the access token that was used. Of all processes on this store one calls
 * the server and stores the reply before any of them uses it; the others wait for that.
 */
export const refreshStoredTokens = async (
  store: Store,
  id: string,
  used: string,
): Promise<Tokens> => {
  for (;;) {
    const stored = await secretsOf(store, id)
    if (stored.secrets.accessToken !== used) return tokensOf(stored)
    if (stored.connection.state === 'reconnect') throw reconnect(store, stored)
    if (await claim(store, stored)) return refresh(store, stored)
    await setTimeout(pollIntervalMs)
  }
}

const tokensOf = ({ connection, secrets, app }: StoredTokens): Tokens => ({
  accessToken: secrets.accessToken,
  apiDomain: connection.apiDomain,
  expiresAt: connection.expiresAt,
  secrets: [secrets.refreshToken, ...appSecrets(app)],
})

const reconnect = ({ component }: Store, { connection }: StoredTokens, cause?: unknown) =>
  new ComponentError(
    `The connection "${connection.name}" is no longer accepted by ${component.title}`,
    {
      recovery: 'reconnect',
      hint: `Connect again on the workbench’s page Connections, or with: connect ${connection.name}`,
      cause,
    },
  )

/** The row as it was read, unchanged since. */
const unchanged = ({ connection: { id, version } }: StoredTokens) =>
  and(eq(connections.id, id), eq(connections.version, version))

const claim = (store: Store, stored: StoredTokens): Promise<boolean> =>
  store.run(async () => {
    const now = store.now()
    // Trying takes the lock of the database from others, so what is sure to fail is not tried.
    const until = stored.connection.refreshingUntil
    if (until !== null && until >= now && until <= now + leaseMs) return false
    const { refreshingUntil } = connections
    // A lease that is too long was taken when the clock was wrong.
    const free = or(
      isNull(refreshingUntil),
      lt(refreshingUntil, now),
      gt(refreshingUntil, now + leaseMs),
    )
    const { rowsAffected } = await store.db
      .update(connections)
      .set({ refreshingUntil: now + leaseMs })
      .where(and(unchanged(stored), free))
    return rowsAffected === 1
  })

const refresh = async (store: Store, stored: StoredTokens): Promise<Tokens> => {
  const { connection, secrets, app } = stored
  const change = (values: Partial<typeof connections.$inferInsert>) =>
    store.run(async () => {
      const set = { ...values, refreshingUntil: null }
      await store.db.update(connections).set(set).where(unchanged(stored))
    })
  try {
    const reply = await refreshTokens(store.component.connection, app, secrets.refreshToken, {
      apiDomain: connection.apiDomain,
      scopes: connection.scopes.split(' ').filter(Boolean),
      // The next answers may still repeat them.
      secrets: [secrets.refreshToken, secrets.accessToken],
    })
    const { accessToken, refreshToken, apiDomain } = reply
    await change({
      secrets: encryptSecrets(store, connection.id, { ...secrets, accessToken, refreshToken }),
      apiDomain,
      scopes: reply.scopes.join(' '),
      expiresAt: store.now() + reply.expiresIn,
      version: connection.version + 1,
    })
    return {
      accessToken,
      apiDomain,
      expiresAt: store.now() + reply.expiresIn,
      secrets: reply.secrets ?? [],
    }
  } catch (error) {
    const ended = error instanceof ComponentError && error.recovery === 'reconnect'
    await change(ended ? { state: 'reconnect' } : {})
    throw ended ? reconnect(store, stored, error) : error
  }
}
