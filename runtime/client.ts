import { setTimeout } from 'node:timers/promises'
import { pipedrive, tokenPrice } from '../component/index.ts'
import { newGate, polite, type Patience, type Send, type Signal } from '../definitions/index.ts'
import { heeding } from './abort.ts'
import { reusing, type Entry } from './cache.ts'
import { trustedOrigin } from './origin.ts'
import { openTransport } from './transport.ts'

/** What a step is told of one request; nothing in it is secret. */
export interface RequestRecord {
  readonly method: string
  /** The template: ids and other values are not in it. */
  readonly path: string
  /** Null where there was no answer. */
  readonly status: number | null
  readonly ms: number
  /** Price in tokens of the account's daily budget. */
  readonly tokens: number
}

export interface Tokens {
  readonly accessToken: string
  readonly apiDomain: string
  /** Milliseconds since 1970; new ones are got a little earlier. */
  readonly expiresAt?: number
}

export interface ClientOptions {
  readonly tokens: Tokens
  /** Gets new tokens in place of the access token that expires or is no longer accepted. */
  readonly refresh?: (used: string) => Promise<Tokens>
  /** Only for a sandbox on this machine. */
  readonly allowLoopback?: boolean
  /** How time passes and chance falls; for tests. */
  readonly patience?: Partial<Patience>
}

type Refresh = (used: string) => Promise<Tokens>
const ahead = 60_000

/** A connection in use: one gate, one cache, one pool. */
export interface Client {
  /** A way to send that reports every request made, for one step. */
  sender(report: (record: RequestRecord) => void): Send
  /** Waits by the client's clock; rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: Signal): Promise<void>
  close(): Promise<void>
}

export const openClient = (options: ClientOptions): Client => {
  const origin = trustedOrigin(
    pipedrive.connection.baseUri({
      access_token: options.tokens.accessToken,
      api_domain: options.tokens.apiDomain,
    }),
    pipedrive.connection,
    options.allowLoopback === true,
  )
  let { accessToken, expiresAt = Infinity } = options.tokens
  let renewedAt = -Infinity
  let refreshing: Promise<void> | undefined
  const patience = { now: Date.now, sleep, heed: heeding, random: Math.random, ...options.patience }
  const transport = openTransport(origin, () => accessToken)

  /** Refreshes once, however many requests have found the token expired. */
  const renew = (refresh: Refresh, used: string): Promise<void> => {
    if (used !== accessToken) return Promise.resolve()
    refreshing ??= refresh(used)
      .then(tokens => {
        accessToken = tokens.accessToken
        expiresAt = tokens.expiresAt ?? Infinity
        renewedAt = patience.now()
      })
      .finally(() => {
        refreshing = undefined
      })
    return refreshing
  }

  /**
   * While the old token still holds, a server that can't renew it is no reason to fail. Where a new
   * one seems to have expired already, some clock is wrong, and only the API knows what holds.
   */
  const renewAhead = async (refresh: Refresh): Promise<void> => {
    if (patience.now() < Math.max(expiresAt - ahead, renewedAt + ahead)) return
    try {
      await renew(refresh, accessToken)
    } catch (error) {
      if (patience.now() >= expiresAt) throw error
    }
  }

  const recording =
    (report: (record: RequestRecord) => void): Send =>
    async (request, signal) => {
      const { method, path } = request
      const start = performance.now()
      let status: number | null = null
      try {
        const response = await transport.send(request, signal)
        status = response.status
        return response
      } finally {
        const ms = Math.round(performance.now() - start)
        try {
          report({ method, path, status, ms, tokens: tokenPrice(request) })
        } catch (fault) {
          // A listener that throws changes nothing about what has been sent.
          process.emitWarning(String(fault))
        }
      }
    }

  const authorized =
    (send: Send): Send =>
    async (request, signal) => {
      const { refresh } = options
      if (!refresh) return send(request, signal)
      await heeding(renewAhead(refresh), signal)
      const used = accessToken
      const response = await send(request, signal)
      if (response.status !== 401) return response
      await heeding(renew(refresh, used), signal)
      return send(request, signal)
    }

  const gate = newGate()
  const cache = new Map<string, Entry>()
  return {
    sender: report =>
      reusing(polite(authorized(recording(report)), gate, patience), cache, patience.now),
    sleep: (milliseconds, signal) => patience.sleep(milliseconds, signal),
    close: () => transport.close(),
  }
}

const sleep = (milliseconds: number, signal?: Signal) =>
  setTimeout(milliseconds, undefined, signal instanceof AbortSignal ? { signal } : {})
