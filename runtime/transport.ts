import type { Pool } from 'undici'
import { NotSent, type HttpRequest, type HttpResponse } from '../definitions/index.ts'
import { type Send, target } from '../engine/index.ts'

/** Where requests go, and what shows that they may. */
export interface Transport {
  readonly send: Send
  close(): Promise<void>
}

const limits = {
  connections: 16,
  connect: { timeout: 5_000 },
  headersTimeout: 30_000,
  bodyTimeout: 60_000,
  maxResponseSize: 64 * 1024 * 1024,
}

/** HTTP to one origin. Redirects are not followed, so the token never goes elsewhere. */
export const openTransport = (origin: string, accessToken: () => string): Transport => {
  let pool: Promise<Pool> | undefined
  // Loading undici takes longer than starting the rest, so it waits for the first request.
  const connect = () => (pool ??= import('undici').then(({ Pool }) => new Pool(origin, limits)))
  return {
    async send(request, signal) {
      const open = await connect()
      try {
        const response = await open.request({
          method: request.method,
          path: target(request),
          headers: headersFor(request, accessToken()),
          body: request.body === undefined ? null : JSON.stringify(request.body),
          signal: signal instanceof AbortSignal ? signal : null,
        })
        return {
          status: response.statusCode,
          headers: flat(response.headers),
          body: parsed(response.headers['content-type'], await response.body.text()),
        }
      } catch (error) {
        throw neverLeft(error) ? new NotSent(`no connection to ${origin}`, error) : error
      }
    },
    async close() {
      await (await pool)?.close()
    },
  }
}

const headersFor = ({ headers, body }: HttpRequest, accessToken: string) => ({
  accept: 'application/json',
  'user-agent': 'pipedrive-component',
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...headers,
  authorization: `Bearer ${accessToken}`,
})

const flat = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): HttpResponse['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  )

/** Throws at JSON that was cut off: then nobody knows what the answer was. */
const parsed = (type: string | string[] | undefined, text: string): unknown => {
  if (text === '') return null
  return String(type).includes('json') ? JSON.parse(text) : text
}

const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const neverLeft = (error: unknown) => unconnected.has(String(Reflect.get(Object(error), 'code')))
