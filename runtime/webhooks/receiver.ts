import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { InputError, type WebhookRequest } from '../../definitions/index.ts'
import { parseJson } from '../json.ts'
import { withServerErrors, requestUrl, isExpectedHost, listenOn } from '../serve.ts'
import { limitConnections } from './limitConnections.ts'
import { addressOf } from './publicUrl.ts'

/** What becomes of a delivery. `credentials` looks at the headers alone, before a body is read. */
export interface Route {
  credentials(headers: WebhookRequest['headers']): number
  deliver(request: WebhookRequest): Promise<number>
}

/** A server for deliveries on this machine; a tunnel or proxy may lead to it. */
export interface Receiver {
  readonly origin: string
  /**
   * Answers 404 at every path that is not open. Where a public address leads here, deliveries come
   * under the name that its tunnel or proxy gives them, or else under this machine's own.
   * A trailing slash or a query that they add changes nothing, nor does the path of the address.
   */
  addRoute(path: string, route: Route, publicUrl?: string): void
  removeRoute(path: string): void
  close(): Promise<void>
}

/** Many times the size of a usual delivery. */
const maxBodyBytes = 1024 * 1024
/** Senders give up after ten seconds. */
const requestTimeoutMs = 10_000
const maxConnections = 256
/** Milliseconds that deliveries under way have at the end. */
const closeTimeoutMs = 500

/** Port 0 takes a free one. Throws an `InputError` where another program listens. */
export const openReceiver = async (port = 0): Promise<Receiver> => {
  const routes = new Map<string, { readonly route: Route; readonly isPublic: boolean }>()
  const server = createServer(
    {
      headersTimeout: requestTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: 1_000,
    },
    withServerErrors((request, response) => {
      const { route, isPublic } = routes.get(pathIn(request.url)) ?? {}
      if (!route) return answer(response, 404)
      if (!isPublic && !isExpectedHost(request, names)) return answer(response, 403)
      if (request.method !== 'POST') return answer(response, 405)
      const headers = flat(request.headers)
      const status = route.credentials(headers)
      if (status !== 200) return answer(response, status)
      readBody(request)
        .then(body => (body === tooLarge ? 413 : route.deliver({ headers, body })))
        .catch((error: unknown) => (error instanceof SyntaxError ? 400 : 503))
        .then(status => answer(response, status))
        .catch(() => response.destroy())
    }),
  )
  limitConnections(server, maxConnections)
  const listeningPort = await listenOn(
    server,
    { hostname: '127.0.0.1', port },
    code =>
      new InputError(
        '--port',
        `nothing can listen on port ${port} (${code})`,
        'Stop the program that uses it, or give another one.',
      ),
  )
  const names = [`127.0.0.1:${listeningPort}`, `localhost:${listeningPort}`]
  const origin = `http://127.0.0.1:${listeningPort}`
  return {
    origin,
    addRoute(path, route, publicUrl) {
      const opened = { route, isPublic: publicUrl !== undefined }
      // A proxy may leave its own path before ours, or not.
      const reached = new URL(addressOf(path, origin, publicUrl)).pathname
      for (const one of [path, reached]) routes.set(one, opened)
    },
    removeRoute(path) {
      const shut = routes.get(path)
      for (const [one, opened] of routes) if (opened === shut) routes.delete(one)
    },
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), closeTimeoutMs)
      await closed
      clearTimeout(late)
    },
  }
}

const pathIn = (target: string | undefined): string =>
  requestUrl(target, 'http://localhost')?.pathname.replace(/\/+$/, '') ?? ''

const flat = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()[0]]))

const tooLarge = Symbol('a body that is too large')

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  if (Number(request.headers['content-length']) > maxBodyBytes) return tooLarge
  const chunks: Buffer[] = []
  let size = 0
  const body: AsyncIterable<Buffer> = request
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBodyBytes) return tooLarge
    chunks.push(chunk)
  }
  return parseJson(Buffer.concat(chunks))
}

/** A refused sender has nothing more to say on this connection. */
const answer = (response: ServerResponse, status: number) => {
  const { socket } = response
  const refused = status >= 400 && status < 500
  response.writeHead(status, { connection: refused ? 'close' : 'keep-alive' })
  response.end(refused ? () => socket?.destroySoon() : undefined)
}
