import { once } from 'node:events'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import Fastify from 'fastify'
import { answerLines } from '../../../workbench/server/streams.ts'
import { createTasks } from '../../../workbench/server/tasks.ts'

const event = 'x'.repeat(1024 * 1024)
const line = {
  type: 'failed',
  error: { name: 'Error', message: event, recovery: 'report' },
} as const

test('a page that does not read what a test says has given up, and little is kept for it', async () => {
  const tasks = createTasks()
  const server = Fastify()
  let emitted = 0
  let ended = () => {}
  const end = new Promise<void>(resolve => (ended = resolve))
  server.post('/', (_request, reply) =>
    answerLines(reply, tasks, async (emit, signal) => {
      while (!signal.aborted && emitted < 1_000) {
        emit(line)
        emitted++
        await setImmediate()
      }
      ended()
    }),
  )
  const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }))
  const page = connect(Number(port), '127.0.0.1').on('error', () => {})
  await once(page, 'connect')
  page.pause()
  page.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n')
  await end
  expect(emitted).toBeGreaterThan(60)
  expect(emitted).toBeLessThan(100)
  page.destroy()
  await tasks.close()
  await server.close()
})
