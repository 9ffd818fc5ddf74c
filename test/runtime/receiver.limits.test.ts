import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { listRuns } from '../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { deal, startTestWorkflow } from './workflowBench.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ scale: 20 })
})
afterEach(() => sandbox.close())

test('what is forged, not for the trigger, or too old never becomes a run', async () => {
  const { store, deliver, close, authorization } = await startTestWorkflow(sandbox)
  expect(await deliver(deal('a'), {})).toBe(401)
  expect(await deliver(deal('a'), { authorization: `${authorization}x` })).toBe(401)
  expect(await deliver({ meta: {} })).toBe(400)
  expect(await deliver('not JSON')).toBe(400)
  expect(await deliver({ ...deal('a'), meta: { ...deal('a').meta, entity: 'person' } })).toBe(200)
  expect(await listRuns(store)).toEqual([])
  expect(await deliver(deal('b'))).toBe(200)
  expect(await deliver(deal('a', 'Old', '2026-01-01T00:00:00.000Z'))).toBe(200)
  expect(await listRuns(store)).toMatchObject([{ eventId: 'b' }])
  await close()
})

/** Sends the same piece over and over, so that only the receiver could hold the whole. */
const flood = (url: string, headers: Record<string, string>, megabytes: number) =>
  new Promise<number | 'cut off'>(resolve => {
    const piece = Buffer.alloc(64 * 1024, 'x')
    const outgoing = request(url, { method: 'POST', headers }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    outgoing.on('error', () => resolve('cut off'))
    let left = megabytes * 16
    const more = () => {
      while (left-- > 0) if (!outgoing.write(piece)) return outgoing.once('drain', more)
      return outgoing.end()
    }
    more()
  })

test('a hundred bodies of 20 MB leave memory flat, with and without credentials', async () => {
  const { store, started, close, authorization } = await startTestWorkflow(sandbox)
  await flood(started.webhookUrl, {}, 20)
  const before = process.memoryUsage.rss()
  for (let time = 0; time < 50; time++) {
    expect([401, 'cut off']).toContain(await flood(started.webhookUrl, {}, 20))
    expect([413, 'cut off']).toContain(await flood(started.webhookUrl, { authorization }, 20))
  }
  const grown = (process.memoryUsage.rss() - before) / 2 ** 20
  console.log(`100 bodies of 20 MB: ${grown.toFixed(0)} MB more`)
  expect(grown).toBeLessThan(64)
  expect(await listRuns(store)).toEqual([])
  await close()
})

test('who sends a byte now and then is cut off, and does not keep others waiting', async () => {
  const { started, deliver, after, close, authorization } = await startTestWorkflow(sandbox)
  const { port, pathname } = new URL(started.webhookUrl)
  const slow = Array.from({ length: 50 }, () => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      `POST ${pathname} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\ncontent-length: 99\r\n\r\n{`,
    )
    const drip = setInterval(() => socket.write(' '), 500)
    return new Promise<number>(resolve => {
      const begun = performance.now()
      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(drip)
        resolve(performance.now() - begun)
      })
    })
  })
  expect(await deliver(deal('a'))).toBe(200)
  await after(1)
  expect(Math.max(...(await Promise.all(slow)))).toBeLessThan(15_000)
  await close()
}, 30_000)

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

test('what no event can be is malformed, and never a failure of the receiver', async () => {
  const { store, started, deliver, close, authorization } = await startTestWorkflow(sandbox)
  const event = deal('a')
  const meta = (change: object) => ({ ...event, meta: { ...event.meta, ...change } })
  for (const [what, body] of [
    ...[1, 'x', [1], true].map(data => ['data', { ...event, data }]),
    ...[1, 'x', [1]].map(previous => ['previous', { ...event, previous }]),
    ...['', null, 1, {}, []].map(id => ['id', meta({ id })]),
    ...[-1e20, 'never', {}, 1e20].map(timestamp => ['timestamp', meta({ timestamp })]),
    ...[250, 5_000, 100_000].map(depth => [
      'depth',
      `{"meta":${JSON.stringify(event.meta)},"data":${nested(depth)}}`,
    ]),
    ...['', '{', 'null', '[]', '1', '"x"'].map(body => ['body', body]),
  ] as const)
    expect([what, body, await deliver(body)]).toEqual([what, body, 400])
  const bytes = Buffer.from(JSON.stringify(deal('b', '\xff\xc3')), 'latin1')
  const headers = { authorization }
  const answer = await fetch(started.webhookUrl, { method: 'POST', headers, body: bytes })
  expect(answer.status).toBe(400)
  expect(await listRuns(store)).toEqual([])
  await close()
})

test.each([
  ['slow', 'POST / HTTP/1.1\r\nHost: x\r\nx-a: '],
  ['idle', ''],
])('hundreds of connections that are %s keep no delivery out', async (_, text) => {
  const { started, deliver, close } = await startTestWorkflow(sandbox)
  const port = Number(new URL(started.webhookUrl).port)
  const sockets = Array.from({ length: 400 }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    socket.write(text)
    return socket
  })
  await Promise.all(sockets.map(socket => once(socket, 'connect')))
  for (let at = 0; at < 20; at++) expect(await deliver(deal(`${at}`))).toBe(200)
  for (const socket of sockets) socket.destroy()
  await close()
})
