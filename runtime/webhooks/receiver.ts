import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { InputError, type WebhookRequest } from '../../definitions/index.ts'

/** What becomes of a delivery. `credentials` looks at the headers alone, before a body is read. */
export interface Route {
  credentials(headers: WebhookRequest['headers']): number
  deliver(request: WebhookRequest): Promise<number>
}

/** A server for deliveries on this machine; a tunnel or proxy may lead to it. */
export interface Receiver {
  readonly origin: string
  /** Answers 404 at every path that is not open. */
  open(path: string, route: Route): void
  shut(path: string): void
  close(): Promise<void>
}

/** Many times what Pipedrive sends. */
const largestBody = 1024 * 1024
/** Pipedrive itself gives up after ten seconds. */
const patience = 10_000
const mostConnections = 256

/** Port 0 takes a free one. Throws an `InputError` where somebody else listens. */
export const openReceiver = async (port = 0): Promise<Receiver> => {
  const routes = new Map<string, Route>()
  const server = createServer(
    { headersTimeout: patience, requestTimeout: patience, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      const route = routes.get(request.url ?? '')
      if (!route) return answer(response, 404)
      if (request.method !== 'POST') return answer(response, 405)
      const headers = flat(request.headers)
      const status = route.credentials(headers)
      if (status !== 200) return answer(response, status)
      readBody(request)
        .then(body => (body === tooLarge ? 413 : route.deliver({ headers, body })))
        .catch((error: unknown) => (error instanceof SyntaxError ? 400 : 503))
        .then(status => answer(response, status))
        .catch(() => response.destroy())
    },
  )
  server.maxConnections = mostConnections
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  }).catch((cause: unknown) => {
    throw new InputError(
      '--port',
      `nothing can listen on port ${port} (${String(Reflect.get(Object(cause), 'code'))})`,
      'Stop the program that uses it, or give another one.',
    )
  })
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    open: (path, route) => void routes.set(path, route),
    shut: path => void routes.delete(path),
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeIdleConnections()
      await closed
    },
  }
}

const flat = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()[0]]))

const tooLarge = Symbol('a body that is too large')

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  if (Number(request.headers['content-length']) > largestBody) return tooLarge
  const chunks: Buffer[] = []
  let size = 0
  const body: AsyncIterable<Buffer> = request
  for await (const chunk of body) {
    size += chunk.length
    if (size > largestBody) return tooLarge
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** Whoever is refused has nothing more to say on this connection. */
const answer = (response: ServerResponse, status: number) => {
  const { socket } = response
  const refused = status >= 400 && status < 500
  response.writeHead(status, { connection: refused ? 'close' : 'keep-alive' })
  response.end(refused ? () => socket?.destroySoon() : undefined)
}
