import { pipedrive } from '../../../component/index.ts'
import { inspect } from 'node:util'
import {
  connectionNamed,
  openConnection,
  refreshStoredTokens,
  secretsOf,
} from '../../../runtime/connections/index.ts'
import { readReply } from '../../../runtime/connections/oauth.ts'
import { findAction, runStep } from '../../../engine/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { openServer, sendJson, type Answer, type TestServer } from '../server.ts'
import { success } from '../support.ts'
import { connected } from './support.ts'

let sandbox: Sandbox
let other: TestServer
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
  other = await openServer(response => sendJson(response, {}))
})
afterEach(() => expect(other.heard).toEqual([]))
afterAll(async () => {
  await sandbox.close()
  await other.close()
})

const reply = (api_domain: string) => ({
  access_token: 'new-access',
  refresh_token: 'new-refresh',
  token_type: 'Bearer',
  expires_in: 3599,
  scope: 'base',
  api_domain,
})

/** A stored connection whose token endpoint answers so. */
const connectedTo = async (answer: Answer) => {
  const server = await openServer(answer)
  const { store, connection } = await connected(sandbox, { server: server.url })
  return {
    server,
    store,
    connection,
    async close() {
      store.close()
      await server.close()
    },
  }
}

test.each([
  'https://evil.example',
  'https://pipedrive.com.evil.example',
  'https://acme.pipedrive.com@evil.example',
  'http://acme.pipedrive.com',
])('a reply that names %s is not kept, and the connection goes on', async apiDomain => {
  const { store, connection, close } = await connectedTo(response =>
    sendJson(response, reply(apiDomain)),
  )
  const before = await secretsOf(store, connection.id)
  const renewing = refreshStoredTokens(store, connection.id, sandbox.accessToken)
  const error: unknown = await renewing.catch((failed: unknown) => failed)
  expect(error).toMatchObject({ message: expect.stringContaining('no token is sent there') })
  expect(inspect(error, { depth: 9 })).not.toContain('new-')
  expect(await secretsOf(store, connection.id)).toEqual(before)
  const client = await openConnection(store, await connectionNamed(store, 'main'))
  success(await runStep(findAction(pipedrive, 'getLeads'), {}, { client }))
  await client.close()
  await close()
})

test('a connection with Pipedrive itself is not led to this machine', () => {
  const { clientId, clientSecret, redirectUri } = sandbox
  const app = { clientId, clientSecret, redirectUri }
  const tokens = { ...reply(other.url), token_type: 'bearer' } as const
  expect(() => readReply(pipedrive.connection, app, tokens)).toThrow('no token is sent there')
  const inSandbox = { ...app, server: sandbox.url }
  expect(readReply(pipedrive.connection, inSandbox, tokens)).toMatchObject({ apiDomain: other.url })
})

test.each([301, 302, 307, 308])(
  'a redirect %i of the token endpoint is not followed',
  async status => {
    const { server, store, connection, close } = await connectedTo(response =>
      response.writeHead(status, { location: `${other.url}/oauth/token` }).end(),
    )
    const before = await secretsOf(store, connection.id)
    await expect(
      refreshStoredTokens(store, connection.id, sandbox.accessToken),
    ).rejects.toMatchObject({
      recovery: 'retry',
      message: `The token endpoint answered ${status}`,
    })
    expect(server.heard).toHaveLength(1)
    expect(await secretsOf(store, connection.id)).toEqual(before)
    await close()
  },
)

const year = 365 * 24 * 3_600_000
test.each([
  ['-1', 0],
  ['1e15', year],
  ['1e308', year],
  ['1e999', year],
  ['"7200"', 7_200_000],
  ['"soon"', 3_600_000],
  ['null', 3_600_000],
  ['{}', 3_600_000],
  ['0.4', 0],
])(
  'expires_in of %s is kept within a year, and no token is lost',
  async (expiresIn, milliseconds) => {
    const { store, connection, close } = await connectedTo(response => {
      const text = JSON.stringify(reply(sandbox.url)).replace('3599', expiresIn)
      response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    })
    const begun = Date.now()
    const tokens = await refreshStoredTokens(store, connection.id, sandbox.accessToken)
    expect(tokens.accessToken).toBe('new-access')
    const kept = await secretsOf(store, connection.id)
    expect(kept.secrets.refreshToken).toBe('new-refresh')
    expect(kept.connection.expiresAt).toBeGreaterThanOrEqual(begun + milliseconds)
    expect(kept.connection.expiresAt).toBeLessThanOrEqual(Date.now() + milliseconds)
    await close()
  },
)
