import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { startSandbox } from '../../sandbox/index.ts'
import { useSandbox } from './harness.ts'

const sandbox = useSandbox()
const portOf = () => new URL(sandbox.it.url).port

/** As a web page or a program may ask; `fetch` would not send these headers. */
const ask = (
  path: string,
  { method = 'GET', ...headers }: Readonly<Record<string, string>> = {},
  body = '',
) =>
  new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port: portOf(), path, method, headers }, response => {
      void text(response).then(content =>
        resolve({ status: response.statusCode ?? 0, body: content }),
      )
    })
      .on('error', reject)
      .end(body)
  })

const authorization = () => ({ authorization: `Bearer ${sandbox.it.accessToken}` })
const json = { 'content-type': 'application/json' }
const first = async () => (await sandbox.get('/api/v2/deals?limit=1')).body.data[0]?.title

const paths = ['/_sandbox/usage', '/_sandbox/nothing', '/api/v2/deals', '/v1/nothing', '/', '//']

test.each(paths)('a foreign name that leads to this machine is refused at %s', async path => {
  const port = portOf()
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:1${port}`])
    expect((await ask(path, { host, ...authorization() })).status).toBe(403)
})

test('this machine’s own names are right', async () => {
  for (const host of [`127.0.0.1:${portOf()}`, `localhost:${portOf()}`])
    expect((await ask('/_sandbox/health', { host })).status).toBe(200)
})

test.each([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:1' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', method: 'POST' },
])('a web page with %j is refused and changes nothing', async page => {
  const before = await first()
  for (const path of ['/_sandbox/reset', '/_sandbox/faults', '/oauth/authorize', '/oauth/token'])
    expect((await ask(path, { method: 'POST', ...json, ...page }, '{}')).status).toBe(403)
  const change = { ...json, ...authorization(), ...page, method: 'PATCH' }
  expect((await ask('/api/v2/deals/1', change, '{"title":"Stolen"}')).status).toBe(403)
  expect((await ask('/_sandbox/usage', page)).status).toBe(403)
  expect(await first()).toBe(before)
})

test('a page of its own, a program and a link are served', async () => {
  const origin = sandbox.it.url
  const own = { origin, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' }
  expect((await ask('/oauth/authorize', { method: 'POST', ...own })).status).toBe(400)
  expect((await ask('/_sandbox/health', own)).status).toBe(200)
  expect((await ask('/_sandbox/health', { 'sec-fetch-site': 'none' })).status).toBe(200)
  const link = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  const { clientId, redirectUri } = sandbox.it
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri }).toString()
  expect((await ask(`/oauth/authorize?${query}`, link)).status).toBe(200)
})

test('a page may not be shown inside another one', async () => {
  const page = await fetch(`${sandbox.it.url}/oauth/authorize`)
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('a fault waits for a call that is served', async () => {
  await sandbox.fault({ kind: 'status', status: 500 })
  expect((await ask('/api/v2/deals', { origin: 'https://evil.example' })).status).toBe(403)
  expect((await sandbox.get('/api/v2/deals')).status).toBe(500)
})

test('without controls there are none', async () => {
  const { url, close } = await startSandbox({ scale: 10, controls: false })
  for (const [method, path] of [
    ['POST', 'reset'],
    ['GET', 'usage'],
    ['GET', 'health'],
    ['DELETE', 'faults'],
  ] as const)
    expect((await fetch(`${url}/_sandbox/${path}`, { method })).status).toBe(404)
  await close()
})

/** Everything the server says on a connection of its own, until it ends it or a second is over. */
const raw = (content: string) =>
  new Promise<string>(resolve => {
    const socket = connect({ host: '127.0.0.1', port: Number(portOf()) })
    let said = ''
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.on('error', () => resolve(said))
    socket.on('close', () => resolve(said))
    socket.write(content, 'latin1')
  })

test('two hosts are one too many', async () => {
  const hosts = `Host: 127.0.0.1:${portOf()}\r\nHost: evil.example\r\n`
  const said = await raw(`GET /_sandbox/health HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)
  expect(said).toMatch(/^HTTP\/1\.1 40[03] /)
})

test('a body that is no UTF-8 is refused', async () => {
  const body = Buffer.from('{"title":"\xff\xc3"}', 'latin1')
  const answer = await fetch(`${sandbox.it.url}/api/v2/deals`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandbox.it.accessToken}`,
      'content-type': 'application/json',
    },
    body,
  })
  expect(answer.status).toBe(400)
})
