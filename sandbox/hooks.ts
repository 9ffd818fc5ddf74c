import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { blocked, statusProblem } from './faults.ts'
import { contextOf, pathOf, routeOf, templateOf } from './requestContext.ts'
import type { Account } from './account.ts'

const isControl = (url: string) => url.startsWith('/_sandbox/')
const uncharged = new Set([401, 403, 429])

/** Half of an answer whose length promises the whole. */
const truncated = (request: FastifyRequest, reply: FastifyReply, payload: string) => {
  reply.raw.once('finish', () => request.raw.socket.destroy())
  void reply.header('content-length', Buffer.byteLength(payload))
  return Readable.from([payload.slice(0, payload.length / 2)])
}

/** Applies faults before the call is carried out; true where they closed the connection. */
const applyFaults = async (account: Account, request: FastifyRequest) => {
  const where = [request.method, pathOf(request), templateOf(request)] as const
  const slow = account.faults.take(['latency'], ...where)
  if (slow) await account.clock.wait(slow.ms ?? 1000)
  if (account.faults.take(['reset-before'], ...where)) {
    request.raw.socket.destroy()
    return true
  }
  const answer = account.faults.take(['status', 'html-403'], ...where)
  if (answer) throw answer.kind === 'status' ? statusProblem(answer.status) : blocked()
  return false
}

/** Faults, the recording, and the usage: what happens around every call. */
export const addHooks = (server: FastifyInstance, account: Account) => {
  server.addHook('onRequest', async (request, reply) => {
    if (isControl(request.url)) return
    const died = await applyFaults(account, request)
    if (died) return reply.hijack()
  })
  server.addHook('onSend', async (request, reply, payload) => {
    void reply.header('date', new Date(account.clock.now()).toUTCString())
    if (isControl(request.url)) return payload
    const path = pathOf(request)
    if (account.recorder.active) {
      const { method, body } = request
      const query = { ...(request.query as object) }
      account.recorder.add({ method, path, query, body, status: reply.statusCode }, payload)
    }
    const kinds = ['reset-after', 'truncated'] as const
    const fault = account.faults.take(kinds, request.method, path, templateOf(request))
    if (fault?.kind === 'reset-after') request.raw.socket.destroy()
    const cut = fault?.kind === 'truncated' && typeof payload === 'string'
    return cut ? truncated(request, reply, payload) : payload
  })
  server.addHook('onResponse', async (request, reply) => {
    if (isControl(request.url)) return
    const { caller } = contextOf(request)
    const route = routeOf(request)
    const status = reply.statusCode
    account.usage.add({
      method: request.method,
      path: templateOf(request),
      status,
      tokens: caller && !uncharged.has(status) ? (route?.tokens ?? 0) : 0,
      token: caller?.token ?? '',
    })
  })
}
