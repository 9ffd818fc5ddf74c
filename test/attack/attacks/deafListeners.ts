import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import Fastify from 'fastify'
import type { Context } from '../../../workbench/server/context.ts'
import { createEventBus } from '../../../workbench/server/events.ts'
import { addEvents } from '../../../workbench/server/routes/events.ts'
import { createTally, type Attack } from '../attack.ts'

/** Far more than one event; a listener may have some of them under way. */
const maxGrowthMb = 48

export const deafListeners: Attack = {
  group: 'Workbench',
  name: 'Listeners that don’t read, while thousands of events happen',
  async run({ many }) {
    const tally = createTally()
    const live = createEventBus()
    const server = Fastify({ forceCloseConnections: true })
    addEvents(server, { events: live } as Context)
    await server.listen({ port: 0, host: '127.0.0.1' })
    const port = (server.server.address() as AddressInfo).port
    const sockets = Array.from({ length: 5 }, () =>
      connect(port, '127.0.0.1').on('error', () => {}),
    )
    for (const socket of sockets) {
      socket.write('GET /api/live HTTP/1.1\r\nHost: x\r\n\r\n')
      await once(socket, 'readable')
    }
    await setTimeout(100)
    const before = process.memoryUsage().rss
    const kind = `deals${'x'.repeat(1_000)}`
    const count = many(30_000, 60_000)
    for (let at = 0; at < count; at++) {
      live.publish({ type: 'sandbox', kind } as never)
      if (at % 100 === 0) await setTimeout(0)
    }
    const grown = (process.memoryUsage().rss - before) / 2 ** 20
    tally.count('memory', grown < maxGrowthMb ? undefined : `grows by ${grown.toFixed(0)} MB`)
    for (const socket of sockets) socket.destroy()
    await server.close()
    return tally.total(`5 listeners, ${count} events of 1 kB, ${grown.toFixed(0)} MB more`)
  },
}
