import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { statusOf } from '../../runtime/rawRequest.ts'
import { useBench, type Bench } from './support.ts'

const shared = useBench()

/** As a program or a foreign page may ask; `fetch` would not send these headers. */
const ask = (
  { url }: Bench,
  path: string,
  { method = 'GET', ...headers }: Readonly<Record<string, string>> = {},
) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    request(new URL(path, url), { method, headers }, response => {
      response.resume()
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers }),
      )
    })
      .on('error', reject)
      .end()
  })

test('nobody else on the network reaches it', async () => {
  const { port } = new URL(shared().url)
  const outside = Object.values(networkInterfaces())
    .flatMap(list => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const host of ['127.0.0.2', ...outside.map(({ address }) => address)]) {
    const refused = await new Promise<boolean>(resolve => {
      const socket = connect({ host, port: Number(port) })
      socket.once('connect', () => resolve(!socket.destroy()))
      socket.once('error', () => resolve(true))
    })
    expect(refused).toBe(true)
  }
})

test('a foreign name that leads to this machine is refused, for pages and data alike', async () => {
  const bench = shared()
  const { port } = new URL(bench.url)
  for (const path of ['/', '/api/session', '/api/connections', '/component.json'])
    for (const host of [`evil.example:${port}`, 'evil.example', '127.0.0.1', `127.0.0.1:1${port}`])
      expect((await ask(bench, path, { host })).status).toBe(403)
  expect((await ask(bench, '/api/session', { host: `localhost:${port}` })).status).toBe(200)
})

test('a target that is no path is not there, and a second name is refused', async () => {
  const bench = shared()
  for (const path of ['//', '///', '//api/session', '//evil.example/'])
    expect(await statusOf(bench.url, path)).toBe(404)
  const { host, port } = new URL(bench.url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.end(
    `GET /api/session HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  )
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 403/)
})

test('another site is refused, but a link from it may lead to the page', async () => {
  const bench = shared()
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
    for (const path of ['/', '/api/session', '/api/live'])
      expect((await ask(bench, path, { origin })).status).toBe(403)
  expect((await ask(bench, '/api/session', { origin: bench.url })).status).toBe(200)
  const navigation = { origin: 'null', 'sec-fetch-mode': 'navigate' }
  expect((await ask(bench, '/connections?attempt=1', navigation)).status).toBe(200)
})

test('nothing changes without the token of the page', async () => {
  const bench = shared()
  const { id } = await bench.example()
  const changes = [
    ['POST', '/api/connections/sandbox'],
    ['DELETE', `/api/workflows/${id}`],
    ['PUT', `/api/workflows/${id}`],
    ['PATCH', '/api/sandbox/deals/1'],
    ['POST', `/api/workflows/${id}/run`],
  ]
  for (const [method = '', path = ''] of changes)
    for (const token of [{}, { 'x-csrf-token': '' }, { 'x-csrf-token': 'a'.repeat(43) }])
      expect((await ask(bench, path, { method, ...token })).status).toBe(403)
  expect((await bench.example()).id).toBe(id)
})

test('the page may run its own scripts and nothing else, and no other site may read', async () => {
  const bench = shared()
  for (const path of ['/', '/workflows/some', '/api/session', '/api/nothing', '/component.json']) {
    const { headers } = await ask(bench, path)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  }
})

test('a body that is too large, or is no JSON, is refused', async () => {
  const bench = shared()
  const large = { definition: { label: 'x'.repeat(1024 * 1024) } }
  expect((await bench.call('POST', '/api/workflows', large)).status).toBe(413)
  for (const body of ['text', [], null, { definition: {} }, { definition: { label: 1 } }])
    expect((await bench.call('POST', '/api/workflows', body)).status).toBe(400)
})

test('files outside of the page are not served', async () => {
  const bench = shared()
  const climbing = ['/../package.json', '/..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json']
  for (const path of ['/package.json', '/%2e%2e/package.json', ...climbing])
    expect((await ask(bench, path)).status).toBe(404)
})
