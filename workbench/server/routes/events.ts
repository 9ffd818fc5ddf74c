import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'

/** What a tab may leave unread. One that reads again connects anew, and asks for what it shows. */
const maxUnreadBytes = 1024 * 1024

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const addEvents = (server: FastifyInstance, { events }: Context): void => {
  server.get('/api/live', (_, reply) => {
    const stream = new Readable({ read() {} })
    // Lets the browser know at once that it is connected.
    stream.push(': connected\n\n')
    const stop = events.subscribe(line => {
      stream.push(`data: ${JSON.stringify(line)}\n\n`)
      if (stream.readableLength > maxUnreadBytes) reply.raw.destroy()
    })
    reply.raw.once('close', stop)
    return reply.type('text/event-stream').send(stream)
  })
}
