import { pipedrive } from '../../../component/index.ts'
import { findAction, runStep } from '../../../engine/index.ts'
import {
  authorizationUrl,
  connectWithCode,
  connectionNamed,
  openConnection,
  refreshStoredTokens,
  saveConnection,
  secretsOf,
  testConnection,
} from '../../../runtime/connections/index.ts'
import { openStore, type Store } from '../../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { newFolder } from '../../folder.ts'
import { openServer, sendJson, type TestServer } from '../server.ts'
import { success } from '../support.ts'
import { decide, saved } from './support.ts'

const closing: { close(): unknown }[] = []
let store: Store
beforeEach(async () => {
  store = await openStore({ component: pipedrive, folder: newFolder() })
  closing.push(store)
})
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close()
})

const kept = <One extends { close(): unknown }>(one: One): One => {
  closing.push(one)
  return one
}

/** An account at an address of its own: API and authorization server in one. */
const openAccount = async (company: number) => {
  const server: TestServer = await openServer((response, { url, headers }) => {
    if (url.startsWith('/oauth/token'))
      return sendJson(response, {
        ...{ access_token: `a${company}`, refresh_token: 'r', token_type: 'Bearer' },
        ...{ expires_in: 3599, scope: 'base', api_domain: server.url },
      })
    if (!url.startsWith('/api/v1/users/me') || !headers.authorization)
      return sendJson(response, {}, 404)
    const data = { id: 7, name: 'Ada', company_id: company, company_name: 'Acme' }
    return sendJson(response, { success: true, data })
  })
  return kept(server)
}

const connectTo = (server: string, clientId = 'id') => {
  const redirectUri = 'http://127.0.0.1:1/callback'
  const app = { clientId, clientSecret: 'secret', redirectUri, server }
  const callback = new URL(`${redirectUri}?code=c&state=s`)
  return connectWithCode(store, 'main', app, { callback, state: 's' })
}

test('a company that has renamed its domain connects again, and is followed to the new one', async () => {
  const before = await openAccount(1)
  const renamed = await openAccount(1)
  const { id } = await connectTo(before.url)
  const again = await connectTo(renamed.url)
  expect(again).toMatchObject({ id, apiDomain: renamed.url, account: 'Ada · Acme' })
})

test('another company is refused, also at an address that the first one has given up', async () => {
  let company = 1
  const shared = await openServer((response, { url }) => {
    if (url.startsWith('/oauth/token'))
      return sendJson(response, {
        ...{ access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 3599 },
        ...{ scope: 'base', api_domain: shared.url },
      })
    const data = { id: 7, name: 'Ada', company_id: company, company_name: 'Acme' }
    return sendJson(response, { success: true, data })
  })
  kept(shared)
  await connectTo(shared.url)
  const { secrets } = await secretsOf(store, (await connectionNamed(store, 'main')).id)
  company = 2
  await expect(connectTo(shared.url)).rejects.toMatchObject({ recovery: 'reconnect' })
  const after = await secretsOf(store, (await connectionNamed(store, 'main')).id)
  expect(after.secrets).toEqual(secrets)
})

const appOf = ({ clientId, clientSecret, redirectUri, url }: Sandbox) => ({
  ...{ clientId, clientSecret, redirectUri, server: url },
})
const authorized = async (sandbox: Sandbox) => {
  const app = appOf(sandbox)
  const url = await decide(authorizationUrl(pipedrive.connection, app, 'state'), 'allow')
  return connectWithCode(store, 'main', app, { callback: new URL(url), state: 'state' })
}

test('two sandboxes are two accounts, and one that has started again on another port is the same', async () => {
  const options = { empty: true, clientId: 'own' }
  const first = kept(await startSandbox(options))
  await authorized(first)
  const again = kept(await startSandbox(options))
  expect(await authorized(again)).toMatchObject({ apiDomain: again.url })
  const other = kept(await startSandbox({ empty: true }))
  await expect(authorized(other)).rejects.toMatchObject({ recovery: 'reconnect' })
})

test('a connection that was made before identities were kept gets its own when it is tested', async () => {
  const sandbox = kept(await startSandbox({ empty: true }))
  const connection = await saved(store, sandbox, sandbox.url, 3_600_000)
  expect(connection.identity).toBeNull()
  const client = kept(await openConnection(store, connection))
  await testConnection(store, client, connection)
  expect((await connectionNamed(store, 'main')).identity).toMatch(/^company \d+, user \d+, app /)
})

test('a running client follows the address that a refresh names', async () => {
  const sandbox = kept(await startSandbox({ empty: true }))
  const gone = kept(
    await openServer((response, { url }) => {
      if (!url.startsWith('/oauth/token')) return sendJson(response, { success: false }, 401)
      return sendJson(response, {
        ...{ access_token: sandbox.accessToken, expires_in: 3599, api_domain: sandbox.url },
      })
    }),
  )
  const { clientId, clientSecret, redirectUri } = sandbox
  const connection = await saveConnection(
    store,
    'main',
    { clientId, clientSecret, redirectUri, server: gone.url },
    { accessToken: 'old', refreshToken: 'r', apiDomain: gone.url, expiresIn: 1e6, scopes: [] },
    'Ada',
  )
  const client = kept(await openConnection(store, connection))
  const action = findAction(pipedrive, 'getLeads')
  success(await runStep(action, {}, { client }))
  const before = gone.heard.length
  success(await runStep(action, {}, { client }))
  expect(gone.heard).toHaveLength(before)
  expect((await connectionNamed(store, 'main')).apiDomain).toBe(sandbox.url)
})

test.each([
  ['lacks everything but the token', {}, ['base', 'deals:full']],
  ['has its scopes as a list', { scope: ['base', 'leads:full'] }, ['base', 'leads:full']],
])('a refresh reply that %s keeps what was there', async (_, more, scopes) => {
  const server = kept(
    await openServer(response => sendJson(response, { access_token: 'new', ...more })),
  )
  const { id } = await saveConnection(
    store,
    'main',
    { clientId: 'id', clientSecret: 's', redirectUri: 'http://127.0.0.1:1/', server: server.url },
    {
      ...{ accessToken: 'old', refreshToken: 'kept', apiDomain: server.url, expiresIn: 1 },
      scopes: ['base', 'deals:full'],
    },
    'Ada',
  )
  await refreshStoredTokens(store, id, 'old')
  const { connection, secrets } = await secretsOf(store, id)
  expect(secrets).toMatchObject({ accessToken: 'new', refreshToken: 'kept' })
  expect(connection).toMatchObject({ apiDomain: server.url, scopes: scopes.join(' ') })
  await refreshStoredTokens(store, id, 'new')
})
