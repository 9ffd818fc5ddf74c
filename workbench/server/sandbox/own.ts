import { randomUUID } from 'node:crypto'
import { authorizationUrl, openClient, refreshTokens } from '../../../runtime/index.ts'
import type { Client, OAuthApp } from '../../../runtime/index.ts'
import {
  connectAuthorized,
  listConnections,
  type Connection,
  type Store,
} from '../../../runtime/store/index.ts'
import { startSandbox } from '../../../sandbox/index.ts'
import type { SandboxKind } from '../../api/index.ts'
import { createChoices, type ChoiceLists } from './choices.ts'

/** The sandbox that runs inside the workbench. */
export interface OwnSandbox {
  readonly url: string
  /** Its only app. The id is always the same, so that connections to it are known again. */
  readonly app: OAuthApp
  /** Works for the tables of the workbench, whatever becomes of the connections. */
  readonly client: Client
  readonly choices: ChoiceLists
  close(): Promise<void>
}

const clientId = 'workbench'

const kinds = {
  deal: 'deals',
  person: 'persons',
  organization: 'organizations',
  lead: 'leads',
  activity: 'activities',
} as const

export const openSandbox = async (onChange: (kind: SandboxKind) => void): Promise<OwnSandbox> => {
  const sandbox = await startSandbox({
    clientId,
    onChange(kind) {
      choices.forget(kinds[kind])
      onChange(kinds[kind])
    },
  })
  const { url, clientSecret, redirectUri } = sandbox
  const app = { clientId, clientSecret, redirectUri, server: url }
  const client = openClient({
    tokens: { accessToken: sandbox.accessToken, apiDomain: url },
    refresh: () => refreshTokens(app, sandbox.refreshToken),
    allowLoopback: true,
  })
  const choices = createChoices(client)
  return {
    url,
    app,
    client,
    choices,
    async close() {
      await client.close()
      await sandbox.close()
    },
  }
}

/** The connection to the sandbox, made or made anew. */
export const connectSandbox = async (store: Store, sandbox: OwnSandbox): Promise<Connection> => {
  const all = await listConnections(store)
  const known = all.find(({ clientId }) => clientId === sandbox.app.clientId)
  const taken = all.some(({ name }) => name === 'Sandbox')
  return authorize(store, sandbox, known?.name ?? (taken ? 'Sandbox of the workbench' : 'Sandbox'))
}

/** The sandbox has other tokens, and maybe another address, whenever it starts. */
export const reconnectSandbox = async (store: Store, sandbox: OwnSandbox): Promise<void> => {
  for (const { clientId, name } of await listConnections(store))
    if (clientId === sandbox.app.clientId) await authorize(store, sandbox, name)
}

/** Does by itself what a person does on the sandbox's consent page. */
const authorize = async (store: Store, { app }: OwnSandbox, name: string): Promise<Connection> => {
  const state = randomUUID()
  const { origin, pathname, searchParams } = new URL(authorizationUrl(app, state))
  searchParams.set('decision', 'allow')
  const decided = await fetch(origin + pathname, {
    method: 'POST',
    body: searchParams,
    redirect: 'manual',
  })
  const callback = new URL(decided.headers.get('location') ?? '', app.redirectUri)
  return connectAuthorized(store, name, app, { callback, state })
}
