import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { ComponentError, InputError, member, read, string } from '../../definitions/index.ts'
import type { OAuthApp, TokenReply } from './oauth.ts'
import type { Store } from '../store/open.ts'
import { answers } from '../store/answers.ts'
import { connections } from '../store/schema.ts'

/** A connection without its secrets. */
export type Connection = Omit<typeof connections.$inferSelect, 'secrets'>

export interface Secrets {
  readonly clientSecret: string
  readonly accessToken: string
  readonly refreshToken: string
}

export const encryptSecrets = (store: Store, id: string, secrets: Secrets): string =>
  store.cipher.encrypt(JSON.stringify(secrets), `connection ${id}`)

/** Throws a `ComponentError` where the text is damaged. */
export const decryptSecrets = (
  store: Store,
  { id, name }: Pick<Connection, 'id' | 'name'>,
  text: string,
): Secrets => {
  try {
    const secrets: unknown = JSON.parse(store.cipher.decrypt(text, `connection ${id}`))
    const one = (name: keyof Secrets) => read(string(), member(secrets, name), name)
    return {
      clientSecret: one('clientSecret'),
      accessToken: one('accessToken'),
      refreshToken: one('refreshToken'),
    }
  } catch (cause) {
    throw new ComponentError(`The stored tokens of the connection "${name}" are damaged`, {
      recovery: 'reconnect',
      hint: `Connect again on the workbench’s page Connections, or with: connect ${name}`,
      cause,
    })
  }
}

/** An empty name is most often a variable that is not set. */
export const requireName = (name: string): void => {
  if (name.trim() === '') throw new InputError('', 'the name of the connection is empty')
}

/** Keeps a new connection, or the new tokens of the one that has this name. */
export const saveConnection = (
  store: Store,
  name: string,
  app: OAuthApp,
  reply: TokenReply,
  account: string,
  identity: string | null = null,
): Promise<Connection> =>
  store.run(async () => {
    const known = await find(store, name)
    const id = known?.id ?? randomUUID()
    const { clientSecret } = app
    const { accessToken, refreshToken } = reply
    const row = {
      ...{ account, identity },
      apiDomain: reply.apiDomain,
      clientId: app.clientId,
      redirectUri: app.redirectUri,
      server: app.server ?? null,
      scopes: reply.scopes.join(' '),
      secrets: encryptSecrets(store, id, { clientSecret, accessToken, refreshToken }),
      expiresAt: store.now() + reply.expiresIn,
      state: 'ready' as const,
      version: (known?.version ?? 0) + 1,
      refreshingUntil: null,
    }
    await store.db
      .insert(connections)
      .values({ id, name, createdAt: store.now(), ...row })
      .onConflictDoUpdate({ target: connections.name, set: row })
    // Another user may see other things.
    await store.db.delete(answers).where(eq(answers.connectionId, id))
    return connectionNamed(store, name)
  })

export const listConnections = (store: Store): Promise<readonly Connection[]> =>
  store.run(async () =>
    (await store.db.select().from(connections).orderBy(asc(connections.name))).map(withoutSecrets),
  )

export const connectionWithId = (store: Store, id: string): Promise<Connection | undefined> =>
  store.run(async () => {
    const [row] = await store.db.select().from(connections).where(eq(connections.id, id))
    return row && withoutSecrets(row)
  })

/** Throws an `InputError` that names the connections there are. */
export const connectionNamed = (store: Store, name: string): Promise<Connection> =>
  store.run(async () => {
    const found = await find(store, name)
    if (found) return withoutSecrets(found)
    const others = (await listConnections(store)).map(other => other.name)
    throw new InputError(
      '--connection',
      `there is no connection "${name}"`,
      others.length > 0 ? `There are ${others.join(', ')}.` : `Make it with: connect ${name}`,
    )
  })

export const renameConnection = async (store: Store, name: string, to: string): Promise<void> => {
  requireName(to)
  const { id } = await connectionNamed(store, name)
  await store.run(async () => {
    if (await find(store, to)) throw new InputError('', `there is a connection "${to}" already`)
    await store.db.update(connections).set({ name: to }).where(eq(connections.id, id))
  })
}

/** The plan of its account, from which the daily budget follows. */
export const setPlan = (
  store: Store,
  id: string,
  plan: Pick<Connection, 'plan' | 'seats'>,
): Promise<void> =>
  store.run(
    async () => void (await store.db.update(connections).set(plan).where(eq(connections.id, id))),
  )

export const removeConnection = (store: Store, id: string): Promise<void> =>
  store.run(async () => void (await store.db.delete(connections).where(eq(connections.id, id))))

/** What the authorization server has to be told, and the tokens as they stand. */
export const secretsOf = (store: Store, id: string): Promise<StoredTokens> =>
  store.run(async () => {
    const [row] = await store.db.select().from(connections).where(eq(connections.id, id))
    if (!row) throw new InputError('--connection', 'the connection has been removed')
    const { secrets, ...connection } = row
    const opening = decryptSecrets(store, row, secrets)
    const { clientId, redirectUri, server } = row
    const app = { clientId, clientSecret: opening.clientSecret, redirectUri }
    return { connection, secrets: opening, app: server === null ? app : { ...app, server } }
  })

export interface StoredTokens {
  readonly connection: Connection
  readonly secrets: Secrets
  readonly app: OAuthApp
}

const find = async (store: Store, name: string) =>
  (await store.db.select().from(connections).where(eq(connections.name, name)))[0]

const withoutSecrets = ({
  secrets: _,
  ...connection
}: typeof connections.$inferSelect): Connection => connection
