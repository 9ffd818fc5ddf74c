import { request } from 'node:http'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { pipedrive } from '../../../component/index.ts'
import { serveHttp, toolsOf, type HttpServer } from '../../../hosts/mcp/index.ts'
import { openClient, type Client as Account } from '../../../runtime/index.ts'
import { addFault, faultIsUsed } from '../../faults.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'

let sandbox: Sandbox
let account: Account
let server: HttpServer
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 30 })
  const tokens = { accessToken: sandbox.accessToken, apiDomain: sandbox.url }
  account = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const spent = async (usedToday: number) => ({ usedToday })
  server = await serveHttp({ client: account, tools: toolsOf(pipedrive, {}), spent }, 0)
})
afterAll(async () => {
  await server.close()
  await account.close()
  await sandbox.close()
})

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  },
}
const usual = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
}

/** `fetch` sets Host by itself. */
const post = (
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = JSON.stringify(initialize),
  url = server.url,
) =>
  new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { ...usual, ...headers } }, response => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const open = async () => {
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL(server.url))
  await client.connect(transport)
  return { client, transport }
}

test('several agents at once each have a session of their own', async () => {
  const agents = await Promise.all([open(), open()])
  const ids = agents.map(({ transport }) => transport.sessionId)
  expect(new Set(ids).size).toBe(2)
  const results = await Promise.all(
    agents.map(({ client }, at) =>
      client.callTool({ name: 'get_deal_details', arguments: { id: at + 1 } }),
    ),
  )
  expect(results.map(({ structuredContent }) => structuredContent)).toMatchObject([
    { body: { data: { id: 1 } } },
    { body: { data: { id: 2 } } },
  ])
  for (const { client, transport } of agents) {
    await transport.terminateSession()
    await client.close()
  }
})

const port = () => new URL(server.url).port

test.each<[string, () => Readonly<Record<string, string>>]>([
  ['a page of another site', () => ({ origin: 'https://evil.example' })],
  ['a page without an origin', () => ({ origin: 'null' })],
  ['a page of another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ['a name that leads to this machine', () => ({ host: `evil.example:${port()}` })],
  ['this machine under another port', () => ({ host: '127.0.0.1:1' })],
])('%s is refused', async (_, headers) => {
  const { status, text } = await post(headers())
  expect(status).toBe(403)
  expect(JSON.parse(text)).toMatchObject({ jsonrpc: '2.0', error: { message: expect.any(String) } })
})

test('our own names are taken', async () => {
  const names = [`127.0.0.1:${port()}`, `localhost:${port()}`]
  for (const host of names)
    expect((await post({ host, origin: `http://${host}` })).status).toBe(200)
})

test.each<[string, string | Buffer, number]>([
  ['text that is not JSON', '{', 400],
  ['JSON that is no message', '[]', 400],
  ['a body without end', 'x'.repeat(5_000_000), 413],
])('%s is refused', async (_, body, expected) => {
  const { status, text } = await post({}, body)
  expect(status).toBe(expected)
  expect(text).not.toMatch(/node_modules|\bat /)
})

test('a session that is not known is one to begin anew', async () => {
  expect((await post({ 'mcp-session-id': 'nothing' })).status).toBe(404)
})

test('a cursor of one agent is none of another', async () => {
  const [one, other] = await Promise.all([open(), open()])
  const name = 'get_deals'
  const { structuredContent } = await one.client.callTool({ name, arguments: { limit: 2 } })
  const { cursor } = JSON.parse(JSON.stringify(structuredContent)).next
  const given = { name, arguments: { limit: 2, cursor } }
  expect((await other.client.callTool(given)).isError).toBe(true)
  expect((await one.client.callTool(given)).isError).toBeUndefined()
  await Promise.all([one.client.close(), other.client.close()])
})

test('a session is over for everyone once its agent has ended it', async () => {
  const { client, transport } = await open()
  const id = transport.sessionId ?? ''
  await transport.terminateSession()
  await client.close()
  expect((await post({ 'mcp-session-id': id })).status).toBe(404)
})

test('an agent that goes in the middle of a call leaves the others alone', async () => {
  const [gone, other] = await Promise.all([open(), open()])
  await addFault(sandbox.url, { kind: 'latency', ms: 300, method: 'GET', path: '/api/v2/deals' })
  const lost = gone.client.callTool({ name: 'get_deals', arguments: {} }).catch(() => {})
  await vi.waitFor(async () => expect(await faultIsUsed(sandbox.url, 'latency')).toBe(true))
  await gone.client.close()
  await lost
  const { structuredContent } = await other.client.callTool({
    name: 'get_deal_details',
    arguments: { id: 1 },
  })
  expect(structuredContent).toMatchObject({ body: { data: { id: 1 } } })
  await other.client.close()
})

test('the agent that was quiet for longest is let go after 50 others', async () => {
  const [quiet, busy] = [await open(), await open()]
  for (let count = 0; count < 49; count++) {
    expect((await post({})).status).toBe(200)
    if (count === 0) await busy.client.ping()
  }
  await busy.client.ping()
  await expect(quiet.client.ping()).rejects.toThrow('no such session')
  await Promise.all([busy.client.close(), quiet.client.close()])
})

test('there is nothing anywhere else', async () => {
  expect((await post({}, '{}', server.url.replace('/mcp', '/'))).status).toBe(404)
})

test('only this machine is listened to', () => {
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
})
