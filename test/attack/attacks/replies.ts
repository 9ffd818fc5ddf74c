import { createServer, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../../component/index.ts'
import { findAction, runStep } from '../../../engine/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { instantClock } from '../../runtime/clocks.ts'
import { createTally, inParallel, type Attack } from '../attack.ts'
import { deepList } from '../hostileTexts.ts'

/** An API that answers every request by these bytes, and then ends the connection. */
const openRaw = async (answer: (socket: Socket) => void) => {
  let requests = 0
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.on('data', chunk => {
      if (!/^(GET|POST) /.test(chunk.toString('latin1'))) return
      requests++
      answer(socket)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const json = (body: string, head = '') =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const status = (line: string, head = '') =>
  `HTTP/1.1 ${line}\r\n${head}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`

const bodies = [
  ...['', ' ', '{', 'null', '[]', '1', '"x"', '{}', '{"success":false}', '{"data":null}', '<html>'],
  ...['{"data":[]}', '{"data":{}}', '{"data":{"id":"x"}}', '{"data":{"id":null}}', '\ufeff{}'],
  ...[`{"data":{"id":1e309}}`, `{"data":${deepList(20_000)}}`, '{"__proto__":{"polluted":1}}'],
]
/** A request that arrived, with an unknown outcome. */
export const hostileReplies: readonly (readonly [string, string])[] = [
  ...bodies.map(body => [`200 with ${body.slice(0, 24)}`, json(body)] as const),
  ...['201 Created', '204 No Content', '206 Partial', '299 ?'].map(
    line => [line, status(line)] as const,
  ),
  ...['301 M', '302 F', '303 S', '307 T', '308 P'].map(
    line => [line, status(line, 'Location: http://127.0.0.1:9/\r\n')] as const,
  ),
  ...['500 E', '502 B', '503 S', '504 G', '599 ?'].map(line => [line, status(line)] as const),
  ['nothing', ''],
  ['garbage', '\0\xff\xfe garbage'],
  ['no status', 'HTTP/1.1 abc\r\n\r\n'],
  ['cut off in the head', 'HTTP/1.1 200 OK\r\nContent-Ty'],
  ['cut off in the body', json('{"data":{"id":1}}').slice(0, -5)],
  ['two lengths', json('{}', 'Content-Length: 7\r\n')],
  ['broken chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}'],
  ['endless head', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(200_000)}`],
  ['a bomb', json('{"data":{"id":1}}', 'Content-Encoding: gzip\r\n')],
]

const inputs = {
  GET: ['getDealDetails', { id: 1 }],
  POST: ['addDeal', { deal: { title: 'T' } }],
} as const

export const replies: Attack = {
  group: 'Transport',
  name: 'Redirects, broken, truncated and lost answers, for reads and writes',
  async run() {
    const tally = createTally()
    for (const [what, bytes] of hostileReplies)
      for (const method of ['GET', 'POST'] as const)
        await tally.attempt(`${method}, ${what}`, async () => {
          const api = await openRaw(socket => socket.end(bytes, 'latin1'))
          const tokens = { accessToken: 'a-secret-token', apiDomain: api.url }
          const { timing } = instantClock()
          const client = openClient({ component: pipedrive, tokens, allowLoopback: true, timing })
          const [name, input] = inputs[method]
          const result = await runStep(findAction(pipedrive, name), input, { client })
          await client.close()
          const writes = result.requests.filter(request => request.method === 'POST').length
          await api.close()
          if (JSON.stringify(result).includes('a-secret-token')) return 'shows the token'
          if (api.requests() > 40) return `is asked ${api.requests()} times`
          if (method === 'GET') return undefined
          if (writes !== 1) return `is sent ${writes} times`
          if (!('error' in result)) return undefined
          const { recovery } = result.error
          const isRefused = /^30/.test(what)
          if (recovery === 'check' || (isRefused && recovery === 'report')) return undefined
          return `is to be answered by “${recovery}”`
        })
    return tally.total()
  },
}

export const drips: Attack = {
  group: 'Transport',
  name: 'Answers that drip or never come: timeouts, signals and close end the wait',
  async run() {
    const tally = createTally()
    const drip = (socket: Socket) => {
      socket.write(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{',
      )
      const timer = setInterval(() => socket.write(' '), 50)
      socket.on('close', () => clearInterval(timer))
    }
    const kinds = { drips: drip, 'never comes': () => {} }
    const cases = Object.entries(kinds).flatMap(([kind, answer]) =>
      Object.entries(inputs).flatMap(([method, [name, input]]) =>
        ['timeout', 'signal', 'close'].map(by => ({ kind, answer, method, name, input, by })),
      ),
    )
    await inParallel(cases, 4, ({ kind, answer, method, name, input, by }) =>
      tally.attempt(`${method} ${kind}, ended by ${by}`, async () => {
        const api = await openRaw(answer)
        const tokens = { accessToken: 'secret', apiDomain: api.url }
        const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
        const options = {
          ...(by === 'timeout' && { timeout: 200 }),
          ...(by === 'signal' && { signal: AbortSignal.timeout(200) }),
        }
        const begun = performance.now()
        const running = runStep(findAction(pipedrive, name), input, { client, ...options })
        if (by === 'close') await setTimeout(200).then(() => client.close())
        await running
        const ms = performance.now() - begun
        await client.close()
        await api.close()
        return ms > 5_000 ? `ends after ${ms.toFixed(0)} ms` : undefined
      }),
    )
    return tally.total()
  },
}
