import { isUtf8 } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { InputError } from '../../definitions/index.ts'
import { isExpectedHost } from '../../runtime/index.ts'
import { HttpError } from './errors.ts'

/** The page brings along all its scripts; only its components write styles of their own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Only the page that we have served may use the server, and only under our own names. */
export const guard = (server: FastifyInstance, csrf: string, port: () => number): void => {
  const hosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`]
  const hook = (request: FastifyRequest) => {
    const { origin } = request.headers
    if (!isExpectedHost(request.raw, hosts()))
      throw refused('This host name is not the workbench’s')
    const own = origin === undefined || hosts().some(name => origin === `http://${name}`)
    if (!own && !isNavigation(request)) throw refused('Requests from other sites are not allowed')
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (!same(String(request.headers['x-csrf-token']), csrf))
      throw refused('The token of this page is missing or expired')
  }
  server.addHook('onRequest', async request => hook(request))
  server.addHook('onSend', async (_request, reply) => {
    void reply.headers(headers)
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
}

const refused = (message: string) =>
  new HttpError(403, message, 'Open the address that the workbench printed, or reload the page.')

/** A link that leads here, such as the end of an authorization; its sender can't read the page. */
const isNavigation = (request: FastifyRequest) =>
  request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'

const same = (given: string, expected: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Half a character must not be stored as another one. */
export const requireUtf8 = (server: FastifyInstance): void => {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (isUtf8(body)) void parse(request, body.toString('utf8'), done)
      else done(new InputError('', 'the body is not UTF-8', 'Send JSON in UTF-8.'))
    },
  )
}
