import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { LiveLine } from '../api/index.ts'
import type { Context } from './context.ts'

type Hear = (line: LiveLine) => void

/** Tells all tabs what has changed. */
export interface Live {
  tell(line: LiveLine): void
  /** The answer stops it. */
  listen(hear: Hear): () => void
}

export const createLive = (): Live => {
  const ears = new Set<Hear>()
  return {
    tell(line) {
      for (const hear of ears) hear(line)
    },
    listen(hear) {
      ears.add(hear)
      return () => void ears.delete(hear)
    },
  }
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const addLive = (server: FastifyInstance, { live }: Context): void => {
  server.get('/api/live', (_, reply) => {
    const events = new Readable({ read() {} })
    // Lets the browser know at once that it is connected.
    events.push(': connected\n\n')
    const stop = live.listen(line => void events.push(`data: ${JSON.stringify(line)}\n\n`))
    reply.raw.once('close', stop)
    return reply.type('text/event-stream').send(events)
  })
}
