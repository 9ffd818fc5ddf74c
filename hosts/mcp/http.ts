import { randomUUID } from 'node:crypto'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { isExpectedHost } from '../../runtime/index.ts'
import { createServer, type ServerOptions } from './server.ts'
import type * as Sdk from './sdk.d.ts'

export interface HttpServer {
  readonly url: string
  close(): Promise<void>
}

const path = '/mcp'
/** An agent that comes back after this many others begins anew. */
const maxSessions = 50

/** Serves agents on this machine by streamable HTTP; port 0 takes any that is free. */
export const serveHttp = async (options: ServerOptions, port: number): Promise<HttpServer> => {
  const sdk = await import('#mcp')
  const sessions = new Map<string, Sdk.StreamableHTTPServerTransport>()

  const newSession = async () => {
    const transport = new sdk.StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized(id) {
        sessions.set(id, transport)
        for (const [oldest, old] of sessions) {
          if (sessions.size <= maxSessions) break
          sessions.delete(oldest)
          void old.close()
        }
      },
      onsessionclosed: id => void sessions.delete(id),
    })
    await createServer(sdk, options).connect(transport)
    return transport
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const problem = problemOf(request, portOf())
    if (problem) return refuse(response, ...problem)
    const id = request.headers['mcp-session-id']
    const known = typeof id === 'string' ? sessions.get(id) : undefined
    if (id !== undefined && !known) return refuse(response, 404, 'There is no such session')
    if (known && typeof id === 'string') {
      // The one that was used last is let go last.
      sessions.delete(id)
      sessions.set(id, known)
    }
    await (known ?? (await newSession())).handleRequest(request, response)
  }

  const server = createHttpServer((request, response) => {
    handle(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'The request could not be handled')
    })
  })
  server.headersTimeout = 15_000
  server.requestTimeout = 30_000
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  server.on('error', () => {})
  const portOf = () => {
    const address: AddressInfo | string | null = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  return {
    url: `http://127.0.0.1:${portOf()}${path}`,
    async close() {
      await Promise.all([...sessions.values()].map(session => session.close()))
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Only programs of this machine may use the server, and no page of another site. */
const problemOf = (
  request: IncomingMessage,
  port: number,
): readonly [status: number, text: string] | undefined => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { origin } = request.headers
  if (!isExpectedHost(request, hosts)) return [403, 'This host name is not the server’s']
  if (origin !== undefined && !hosts.some(host => origin === `http://${host}`))
    return [403, 'Requests from other sites are not allowed']
  return request.url === path ? undefined : [404, `The tools are at ${path}`]
}

/** In the form of the protocol's errors. */
const refuse = (response: ServerResponse, status: number, message: string): void => {
  const error = { jsonrpc: '2.0', error: { code: -32_000, message }, id: null }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(error))
}
