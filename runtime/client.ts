import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Component } from '../definitions/index.ts'
import {
  abortable,
  createClient,
  type Client as EngineClient,
  type Send,
  type SharedAnswers,
  type SenderOptions,
  type Signal,
  type Timing,
} from '../engine/index.ts'
import { closed, openTransport } from './transport.ts'
import { trustedOrigin } from './trustedOrigin.ts'
import { loadValidators } from './validators.ts'

export interface Tokens {
  readonly accessToken: string
  readonly apiDomain: string
  /** Milliseconds since 1970; new ones are requested a little earlier. */
  readonly expiresAt?: number
  /** What belongs to them, and no answer may show either. */
  readonly secrets?: readonly string[]
}

export interface ClientOptions {
  readonly component: Component
  readonly tokens: Tokens
  /** Gets new tokens in place of the access token that expires or is no longer accepted. */
  readonly refresh?: (used: string) => Promise<Tokens>
  /** Only for a sandbox on this machine. */
  readonly allowLoopback?: boolean
  /** Clock and randomness, injectable for tests. */
  readonly timing?: Partial<Timing>
  /** How many clients share the token at the moment; one when absent. */
  readonly clients?: () => number
  /** Answers that other processes have been given. */
  readonly shared?: SharedAnswers
  /** Milliseconds since 1970, to compare with `expiresAt`. */
  readonly wallClock?: () => number
  /** Milliseconds that one request may take, its answer included; two minutes when absent. */
  readonly requestTimeoutMs?: number
}

type Refresh = (used: string) => Promise<Tokens>
const refreshAheadMs = 60_000
const maxRefreshWaitMs = 1_000

/** A connection in use: one rate limiter, one cache, one connection pool. */
export interface Client extends EngineClient {
  close(): Promise<void>
}

export const openClient = (options: ClientOptions): Client => {
  const { component, tokens, refresh } = options
  const originOf = ({ apiDomain }: Tokens) =>
    trustedOrigin(apiDomain, component.connection, options.allowLoopback === true)
  const given = { now: () => performance.now(), sleep, random: Math.random, ...options.timing }
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  const timing = { ...given, sleep: endingWith(closing.signal, given.sleep) }
  const wallClock = options.wallClock ?? options.timing?.now ?? Date.now
  const access = createAccess(tokens, wallClock, originOf, closing.signal)
  const transport = openTransport(
    access.origin,
    access.token,
    access.secrets,
    options.requestTimeoutMs,
  )
  const client = createClient({
    component,
    validators: operation => loadValidators(component.name, operation),
    send: transport.send,
    timing,
    clients: options.clients,
    shared: options.shared,
    ...(refresh && { authorize: send => access.authorize(send, refresh) }),
  })
  return {
    ...client,
    sender: more => {
      const send = client.sender({ ...more, onRequest: withoutThrowing(more.onRequest) })
      return (request, signal) => {
        // Every request in flight listens to the signal.
        if (signal instanceof AbortSignal) setMaxListeners(0, signal)
        return send(request, signal)
      }
    },
    close() {
      closing.abort(closed())
      return transport.close()
    },
  }
}

/** A pause that also ends when the client is closed. */
const endingWith =
  (closing: AbortSignal, sleep: Timing['sleep']): Timing['sleep'] =>
  async (milliseconds, signal) => {
    const signals = signal instanceof AbortSignal ? [signal, closing] : [closing]
    try {
      await sleep(milliseconds, AbortSignal.any(signals))
    } catch (error) {
      throw closing.aborted && !signal?.aborted ? closing.reason : error
    }
  }

/** A listener that throws changes nothing about what has been sent. */
const withoutThrowing =
  (onRequest: SenderOptions['onRequest']): SenderOptions['onRequest'] =>
  record => {
    try {
      onRequest(record)
    } catch (fault) {
      process.emitWarning(String(fault))
    }
  }

/** The access token in use and where it is sent, refreshed once however many requests have found it expired. */
const createAccess = (
  tokens: Tokens,
  wallClock: () => number,
  originOf: (tokens: Tokens) => string,
  closing: AbortSignal,
) => {
  let origin = originOf(tokens)
  let { accessToken, expiresAt = Infinity, secrets = [] } = tokens
  let refreshedAt = -Infinity
  let refreshing: Promise<void> | undefined
  /** Ends when those that have a token need not wait for the next one any more. */
  let timeUp = Promise.resolve()

  const refreshOnce = (refresh: Refresh, used: string): Promise<void> => {
    if (used !== accessToken) return Promise.resolve()
    refreshing ??= refresh(used)
      .then(reply => {
        origin = originOf(reply)
        accessToken = reply.accessToken
        expiresAt = reply.expiresAt ?? Infinity
        secrets = [...(reply.secrets ?? []), used]
        refreshedAt = wallClock()
      })
      .finally(() => {
        refreshing = undefined
      })
    return refreshing
  }

  /**
   * While the old token still holds, a server that can't renew it is no reason to fail or to wait for
   * long. Where a new one seems to have expired already, some clock is wrong, and only the API knows
   * what holds.
   */
  const refreshIfExpiring = async (refresh: Refresh): Promise<void> => {
    if (wallClock() < Math.max(expiresAt - refreshAheadMs, refreshedAt + refreshAheadMs)) return
    if (refreshing === undefined) timeUp = pause(maxRefreshWaitMs)
    const renewed = refreshOnce(refresh, accessToken)
    if (wallClock() >= expiresAt) return renewed
    await Promise.race([renewed, timeUp]).catch(() => {})
  }
  /** The signal of a request or the end of the client, whichever comes first. */
  const either = (work: Promise<void>, signal: Signal | undefined) =>
    abortable(abortable(work, signal), closing)

  return {
    token: () => accessToken,
    origin: () => origin,
    secrets: () => secrets,
    authorize:
      (send: Send, refresh: Refresh): Send =>
      async (request, signal) => {
        await either(refreshIfExpiring(refresh), signal)
        const used = accessToken
        const response = await send(request, signal)
        if (response.status !== 401) return response
        await either(refreshOnce(refresh, used), signal)
        return send(request, signal)
      },
  }
}

const pause = (milliseconds: number) =>
  setTimeout(milliseconds, undefined, { ref: false }).then(() => {})

const sleep = (milliseconds: number, signal?: Signal) =>
  setTimeout(milliseconds, undefined, signal instanceof AbortSignal ? { signal } : {})
