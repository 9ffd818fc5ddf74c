import type { FastifyInstance, FastifyRequest } from 'fastify'
import { gateway } from './errors.ts'

/** Names by which this machine calls itself, as a `host` header has them. */
const ownNames = (port = 0) =>
  ['127.0.0.1', 'localhost'].map(name => new URL(`http://${name}:${port}`).host)

/** A link or an address that is typed in; the page it stands on can't read what comes of it. */
const isNavigation = ({ method, headers }: FastifyRequest) =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate'

/** Why a request can't be one of a program, or of a page of the sandbox itself. */
const problem = (request: FastifyRequest) => {
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = request.headers
  const names = request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name))
  if (names.length > 1 || !ownNames(request.socket.localPort).includes(host))
    return 'the host is another one'
  if (isNavigation(request)) return undefined
  if (origin !== undefined && origin !== `http://${host}`) return 'the origin is another one'
  return ['none', 'same-origin'].includes(String(site)) ? undefined : 'it comes from another site'
}

/**
 * Any web page can send requests to this machine, and by a name of its own that leads here it could
 * even read the answers. Refusing both costs a program nothing.
 */
export const guard = (server: FastifyInstance) => {
  server.addHook('onRequest', async request => {
    const foreign = problem(request)
    if (foreign !== undefined)
      throw gateway(403, `The sandbox serves only programs on this machine: ${foreign}`)
  })
}
