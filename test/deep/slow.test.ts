import { connect } from 'node:net'
import { useSandbox } from '../sandbox/harness.ts'

const sandbox = useSandbox()

/** How long a connection lives on which a request begins and never ends. */
const lives = (beginning: string) =>
  new Promise<number>(resolve => {
    const began = Date.now()
    const { port } = new URL(sandbox.it.url)
    const socket = connect({ host: '127.0.0.1', port: Number(port) })
    const drip = setInterval(() => socket.write('x'), 1000)
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(drip)
      resolve(Date.now() - began)
    })
    socket.write(beginning)
  })

test('slow connections end, and nobody waits for them', async () => {
  const host = `Host: ${new URL(sandbox.it.url).host}`
  const length = 'Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{'
  const slow = [
    `GET /api/v2/deals HTTP/1.1\r\n${host}\r\nX-Slow: `,
    `POST /api/v2/deals HTTP/1.1\r\n${host}\r\nAuthorization: Bearer ${sandbox.it.accessToken}\r\n${length}`,
    `POST /oauth/token HTTP/1.1\r\n${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na`,
  ]
  const all = Promise.all(Array.from({ length: 300 }, (_, at) => lives(slow[at % 3] ?? '')))
  const before = Date.now()
  expect((await sandbox.get('/api/v2/deals?limit=1')).status).toBe(200)
  expect(Date.now() - before).toBeLessThan(3000)
  expect(Math.max(...(await all))).toBeLessThan(45_000)
}, 60_000)
