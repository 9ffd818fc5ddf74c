import { setTimeout } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import {
  ComponentError,
  InputError,
  type HttpRequest,
  type HttpResponse,
} from '../definitions/index.ts'
import { requestTarget, type Send } from '../engine/index.ts'
import { concealing, secretsIn, type Conceal } from './conceal.ts'
import { exchange, type Answer } from './exchange.ts'
import { isDeeper, maxDepth, tooDeep } from './json.ts'
import { openPool } from './pool.ts'
import { firstLineOf, toSendError } from './sendErrors.ts'

/** Where requests go, and what shows that they may. */
export interface Transport {
  readonly send: Send
  close(): Promise<void>
}

/** Milliseconds that requests under way have when the transport is closed. */
const closeTimeoutMs = 500
/** The longest that one request takes, its answer included. */
const maxRequestMs = 120_000

/**
 * HTTP to the origin of an account, which a new token may change. Redirects are not followed, so the
 * token never goes elsewhere. Secrets that an answer repeats are taken out of it.
 */
export const openTransport = (
  origin: () => string,
  accessToken: () => string,
  moreSecrets: () => readonly string[] = () => [],
  requestTimeoutMs = maxRequestMs,
): Transport => {
  const pools = new Map<string, Promise<Dispatcher>>()
  let isClosed = false
  // Loading undici takes longer than starting the rest, so it waits for the first request.
  const connect = (to: string) => {
    const pool = pools.get(to) ?? openPool(to)
    pools.set(to, pool)
    return pool
  }
  let known: readonly string[] = []
  let conceal = concealing(known)
  /** What no answer to this request may show; the same ones for one request after the other. */
  const concealingFor = (body: unknown, token: string): Conceal => {
    const secrets = [token, ...moreSecrets(), ...secretsIn(body)]
    if (secrets.length === known.length && secrets.every((one, at) => one === known[at]))
      return conceal
    known = secrets
    conceal = concealing(secrets)
    return conceal
  }
  return {
    async send(request, signal) {
      if (isClosed) throw closed()
      const to = origin()
      const token = accessToken()
      try {
        const answer = await exchange(
          await connect(to),
          dispatchOptions(request, to, token),
          signal,
          requestTimeoutMs,
        )
        if (!answer) throw signal?.reason
        return shown(answer, concealingFor(request.body, token))
      } catch (error) {
        throw toSendError(error, to)
      }
    },
    async close() {
      if (isClosed) return
      isClosed = true
      const open = await Promise.all(pools.values())
      const late = new AbortController()
      const ended = Promise.all(open.map(pool => pool.close())).finally(() => late.abort())
      await Promise.race([ended, setTimeout(closeTimeoutMs, null, late).catch(() => {})])
      await Promise.all(open.map(pool => pool.destroy()))
    },
  }
}

export const closed = () =>
  new ComponentError('The client has been closed', { recovery: 'retry', hint: 'Open another one.' })

const serialized = (body: unknown): string => {
  try {
    return JSON.stringify(body)
  } catch (error) {
    throw new InputError('body', `can’t be written as JSON: ${firstLineOf(error)}`)
  }
}

const dispatchOptions = (
  request: HttpRequest,
  origin: string,
  accessToken: string,
): Dispatcher.DispatchOptions => ({
  origin,
  method: request.method,
  path: requestTarget(request),
  headers: headersFor(request, accessToken),
  body: request.body === undefined ? null : serialized(request.body),
})

const headersFor = ({ headers, body }: HttpRequest, accessToken: string) => ({
  accept: 'application/json',
  'user-agent': 'pipedrive-component',
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...headers,
  authorization: `Bearer ${accessToken}`,
})

const shown = ({ status, headers, text }: Answer, conceal: Conceal): HttpResponse => {
  const shownHeaders: Record<string, string> = {}
  for (const name in headers) shownHeaders[name] = conceal(headers[name] ?? '')
  return {
    status,
    headers: shownHeaders,
    body: parsed(status, headers['content-type'], text, conceal),
  }
}

/**
 * Throws at JSON that was cut off, or is too deep to be kept: then what was done is unknown. Of a
 * refusal, the status says enough.
 */
const parsed = (
  status: number,
  type: string | undefined,
  text: string,
  conceal: Conceal,
): unknown => {
  if (text === '') return null
  const struck = conceal(text)
  if (type?.includes('json') !== true) return struck
  try {
    const body: unknown = JSON.parse(struck)
    if (isDeeper(body, maxDepth)) throw tooDeep()
    return body
  } catch (error) {
    if (status < 400) throw error
    return struck
  }
}
