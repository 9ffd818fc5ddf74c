import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { matchedOf } from './matched.ts'
import type { World } from './world.ts'

const isControl = (url: string) => url.startsWith('/_sandbox/')
const uncharged = new Set([401, 403, 429])

/** Half of an answer whose length promises the whole. */
const truncated = (request: FastifyRequest, reply: FastifyReply, payload: string) => {
  reply.raw.once('finish', () => request.raw.socket.destroy())
  void reply.header('content-length', Buffer.byteLength(payload))
  return Readable.from([payload.slice(0, payload.length / 2)])
}

/** Faults that strike after a call has been carried out, the recording, and the ledger. */
export const observe = (server: FastifyInstance, world: World) => {
  server.addHook('onSend', async (request, reply, payload) => {
    if (isControl(request.url)) return payload
    const path = request.url.split('?')[0] ?? ''
    const { template = path } = matchedOf(request)
    if (world.recorder.active) {
      const { method, body } = request
      const query = { ...(request.query as object) }
      world.recorder.add({ method, path, query, body, status: reply.statusCode }, payload)
    }
    const kinds = ['reset-after', 'truncated'] as const
    const fault = world.faults.take(kinds, request.method, path, template)
    if (fault?.kind === 'reset-after') request.raw.socket.destroy()
    const cut = fault?.kind === 'truncated' && typeof payload === 'string'
    return cut ? truncated(request, reply, payload) : payload
  })
  server.addHook('onResponse', async (request, reply) => {
    if (isControl(request.url)) return
    const { route, template, caller } = matchedOf(request)
    const status = reply.statusCode
    world.ledger.add({
      method: request.method,
      path: template ?? request.url.split('?')[0] ?? '',
      status,
      tokens: caller && !uncharged.has(status) ? (route?.tokens ?? 0) : 0,
      token: caller?.token ?? '',
    })
  })
}
