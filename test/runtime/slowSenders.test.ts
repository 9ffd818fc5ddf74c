import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openReceiver } from '../../runtime/webhooks/index.ts'

const opened: Socket[] = []
afterEach(() => opened.splice(0).forEach(socket => socket.destroy()))

test.each([
  ['idle', ''],
  ['slow heads', 'POST /a HTTP/1.1\r\nHost: localhost\r\nx-a: '],
  ['slow bodies', 'POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{'],
])('hundreds of connections with %s keep out no delivery', async (_kind, text) => {
  const receiver = await openReceiver()
  receiver.addRoute('/a', { credentials: () => 200, deliver: async () => 200 })
  const { port } = new URL(receiver.origin)
  for (let count = 0; count < 400; count++) {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
    opened.push(socket)
    await once(socket, 'connect')
    socket.write(text)
  }
  for (let delivery = 0; delivery < 10; delivery++) {
    const answer = await fetch(`${receiver.origin}/a`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(200)
  }
  await receiver.close()
})

test('a connection that has delivered may deliver again, however many wait', async () => {
  const receiver = await openReceiver()
  receiver.addRoute('/a', { credentials: () => 200, deliver: async () => 200 })
  const { port } = new URL(receiver.origin)
  const sender = connect(Number(port), '127.0.0.1')
  opened.push(sender)
  const deliver = async () => {
    sender.write('POST /a HTTP/1.1\r\nHost: localhost:' + port + '\r\nContent-Length: 2\r\n\r\n{}')
    const [answer] = (await once(sender, 'data')) as [Buffer]
    return answer.toString().split('\r\n', 1)[0]
  }
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 150; count++) {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
      opened.push(socket)
      await once(socket, 'connect')
    }
    expect(await deliver()).toBe('HTTP/1.1 200 OK')
  }
  await receiver.close()
})
