import { createServer, type Socket } from 'node:net'
import { pipedrive } from '../../component/index.ts'
import { NotSentError } from '../../definitions/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { openClient } from '../../runtime/index.ts'
import { instantClock } from './clocks.ts'
import { failure } from './support.ts'

/** A server that does so to each connection, asked over TLS. */
const asked = async (meet: (socket: Socket) => void) => {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket.on('error', () => {}))
    meet(socket)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const tokens = { accessToken: 'secret', apiDomain: `https://127.0.0.1:${port}` }
  const client = openClient({
    ...{ component: pipedrive, tokens, allowLoopback: true },
    timing: instantClock().timing,
  })
  const deal = { deal: { title: 'Desks' } }
  const result = await runStep(findAction(pipedrive, 'addDeal'), deal, { client })
  await client.close()
  for (const socket of sockets) socket.destroy()
  await new Promise(resolve => server.close(resolve))
  return result
}

test.each([
  ['resets the connection while it is made', (socket: Socket) => void socket.resetAndDestroy()],
  ['closes it', (socket: Socket) => void socket.destroy()],
  ['speaks no TLS', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
])('a write to a server that %s has not left, and may be tried again', async (_, meet) => {
  const result = await asked(meet)
  expect(failure(result)).toMatchObject({ recovery: 'retry' })
  expect(failure(result).cause).toBeInstanceOf(NotSentError)
  expect(result.requests).toHaveLength(4)
})
