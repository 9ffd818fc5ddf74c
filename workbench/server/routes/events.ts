import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const addEvents = (server: FastifyInstance, { live }: Context): void => {
  server.get('/api/live', (_, reply) => {
    const events = new Readable({ read() {} })
    // Lets the browser know at once that it is connected.
    events.push(': connected\n\n')
    const stop = live.listen(line => void events.push(`data: ${JSON.stringify(line)}\n\n`))
    reply.raw.once('close', stop)
    return reply.type('text/event-stream').send(events)
  })
}
