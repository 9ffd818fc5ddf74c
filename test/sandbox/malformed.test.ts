import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'

const methods = ['GET', 'POST', 'PATCH', 'OPTIONS', 'CONNECT', 'TRACE', 'get', 'G\0T', '']
const targets = [
  ...['//', '///', '//evil.example', '//evil.example/v1/users', '/\\', '\\\\', '*', '', '?', '#'],
  ...['http://[', 'http://', 'http://evil.example/', 'https://[::1', 'javascript:x', 'a b', '/a b'],
  ...['/%', '/%zz', '/%00', '/\0', '/?%', '/?a=%zz', '/api/v2/deals/%ff', '/api/v2/deals//'],
  ...['/api/v2//deals', '/../..', '/api/v2/../../x', '/_sandbox//', '/_sandbox/%2e%2e', '/;', '/:'],
  ...['/api/v2/deals/{id}', '/api/v2/deals/__proto__', '/v1/users/constructor', '/\xff\xfe'],
  ...[`/${'a'.repeat(7000)}`, `/${'a'.repeat(70_000)}`, `/api/v2/deals?${'a=1&'.repeat(1000)}`],
]
const endings = ['\r\n\r\n', '\n\n', '\r\nTransfer-Encoding: x\r\n\r\n', '\r\n: x\r\n\r\n']

let running: ChildProcess | undefined
afterAll(() => running?.kill('SIGKILL'))

/** What the server says until it ends the connection, which it must within some seconds. */
const send = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    let said = ''
    const socket = connect({ host: '127.0.0.1', port, timeout: 10_000 })
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.on('timeout', () => reject(new Error(`no end of ${JSON.stringify(text.slice(0, 80))}`)))
    // A server that closes while it is still being written to resets the connection.
    socket.on('error', () => resolve(said))
    socket.on('close', () => resolve(said))
    socket.write(text, 'latin1')
  })

test('hundreds of malformed requests: each gets an end, and the process goes on', async () => {
  const command = ['dist/bundle/cli/index.js', 'sandbox', '--scale', '10']
  const child = spawn(process.execPath, command)
  running = child
  const ended = once(child, 'close')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url } = JSON.parse(line.toString()) as { readonly url: string }
  const port = Number(new URL(url).port)
  const host = `Host: 127.0.0.1:${port}\r\nConnection: close`
  const all = methods.flatMap((method, row) =>
    targets.map((target, at) => {
      const ending = endings[(row + at) % endings.length] ?? ''
      return `${method} ${target} HTTP/1.1\r\n${host}${ending}`
    }),
  )
  const statuses = new Set<string>()
  for (let start = 0; start < all.length; start += 20)
    for (const said of await Promise.all(all.slice(start, start + 20).map(one => send(port, one))))
      statuses.add(said.slice(9, 12))
  expect(all.length).toBeGreaterThan(300)
  expect([...statuses].filter(status => /^(2|5)/.test(status))).toEqual([])
  expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}, 60_000)
