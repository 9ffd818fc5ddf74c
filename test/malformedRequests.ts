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

/** More than three hundred requests that no client would send. */
export const malformedRequests = (port: number): readonly string[] =>
  methods.flatMap((method, row) =>
    targets.map((target, at) => {
      const ending = endings[(row + at) % endings.length] ?? ''
      return `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close${ending}`
    }),
  )

/** What a server says until it ends the connection, which it must within some seconds. */
export const sendRaw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const socket = connect({ host: '127.0.0.1', port, timeout: 10_000 })
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.on('timeout', () => {
      socket.destroy()
      reject(new Error(`no end of ${JSON.stringify(text.slice(0, 80))}`))
    })
    // A server that closes while it is still being written to resets the connection.
    socket.on('error', () => resolve(said))
    socket.on('close', () => resolve(said))
    socket.write(text, 'latin1')
  })
