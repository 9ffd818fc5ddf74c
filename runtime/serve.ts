import type { IncomingMessage, RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InputError } from '../definitions/index.ts'

/** Listens on this machine and returns the port; 0 takes a free one. Throws an `InputError`. */
export const listenOn = async (
  server: Server,
  { hostname, port }: { readonly hostname: string; readonly port: number },
  refused: (code: string) => InputError,
): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname.replace(/^\[(.*)\]$/, '$1'), resolve)
  }).catch((cause: unknown) => {
    throw refused(String(Reflect.get(Object(cause), 'code')))
  })
  // A connection that can't be accepted is no reason to end.
  server.on('error', () => {})
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address ? address.port : port
}

/** A fault in a handler ends its own response and nothing else. */
export const withServerErrors =
  (handle: RequestListener): RequestListener =>
  (request, response) => {
    try {
      handle(request, response)
    } catch {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    }
  }

/** The address that a request asks for; undefined where its target is no path, such as `//`. */
export const requestUrl = (target: string | undefined, origin: string): URL | undefined =>
  target !== undefined && /^\/(?!\/)/.test(target) ? new URL(origin + target) : undefined

/** A foreign name that leads to this machine is another site's attempt to use our servers. */
export const isExpectedHost = (
  { headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>,
  hosts: readonly string[],
): boolean => {
  const [host = '', ...more] = headersDistinct['host'] ?? []
  return more.length === 0 && hosts.includes(host)
}
