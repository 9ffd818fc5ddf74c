import { randomInt } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request as it arrived at a server of a test. */
export interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface TestServer {
  readonly url: string
  readonly port: number
  readonly heard: readonly Heard[]
  close(): Promise<void>
}

export type Answer = (response: ServerResponse, request: Heard, number: number) => void

/** A server on this machine that answers by `answer`; the first request has the number 1. */
export const openServer = async (answer: Answer, port = 0): Promise<TestServer> => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    // A request that is cut off has no body to wait for.
    void text(request).then(
      body => {
        const one = { method, url, headers, body }
        answer(response, one, heard.push(one))
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    heard,
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

export const sendJson = (
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body))
}

/** A port that is free. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    // Below those that the system hands out by itself, to this test or to another that runs beside it.
    const port = 20_000 + randomInt(12_000)
    const server = createServer()
    const isFree = await new Promise<boolean>(resolve => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    await new Promise(resolve => server.close(resolve))
    return port
  }
}
