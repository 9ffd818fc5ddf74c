import {
  ComponentError,
  NotSentError,
  type Component,
  type HttpRequest,
} from '../../definitions/index.ts'
import type { OperationValidators } from '../input/validate.ts'
import { cached, cachedSync, type Cache, type CacheSync, type SharedAnswers } from './cached.ts'
import type { Send, SendSync, Signal } from './send.ts'
import { serialized, type Lines } from './serialized.ts'
import { rateLimited, type Timing } from './rateLimited.ts'
import { rateLimitedSync, type TimingSync } from './rateLimitedSync.ts'
import { createRateLimiter, type RateLimiter, type Remaining } from './rateLimiter.ts'

/** What a step is told of one request; nothing in it is secret. */
export interface RequestRecord {
  readonly method: string
  /** The template: ids and other values are not in it. */
  readonly path: string
  /** Null where there was no response. */
  readonly status: number | null
  readonly ms: number
  /** In tokens of the account's daily budget. */
  readonly tokenCost: number
}

/** What one step adds to the way its requests are sent. */
export interface SenderOptions {
  readonly onRequest: (record: RequestRecord) => void
  readonly remainingMs?: Remaining | undefined
}

/** A connection in use: one rate limiter, one cache. */
export interface Client {
  readonly component: Component
  /** Loads the validators of an operation. */
  validators(operation: string): Promise<OperationValidators>
  sender(options: SenderOptions): Send
  /** Runs work that has a key in common one after the other. */
  serialized<Result>(
    keys: readonly string[],
    work: () => Promise<Result>,
    signal?: Signal,
  ): Promise<Result>
  /** Waits by the client's clock; rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: Signal): Promise<void>
  /** Milliseconds of a monotonic clock. */
  now(): number
}

export interface ClientOptions extends Pick<Client, 'component' | 'validators'> {
  /** One HTTP request, as it is. */
  readonly send: Send
  readonly timing: Timing
  /** How many clients share the token at the moment; one when absent. */
  readonly clients?: (() => number) | undefined
  /** Wraps every request that is sent, to renew an access token for example. */
  readonly authorize?: (send: Send) => Send
  /** What clients of one connection have in common, where a host makes one for each run. */
  readonly limiter?: RateLimiter
  readonly cache?: Cache
  /** What other processes of the host have asked. */
  readonly shared?: SharedAnswers | undefined
  /** Steps that wait for each other. */
  readonly lines?: Lines
}

/** Cache, rate limit, authorization, record, send. */
export const createClient = (options: ClientOptions): Client => {
  const { component, validators, send, timing, authorize = same => same } = options
  const limiter = options.limiter ?? createRateLimiter(component.limits, options.clients)
  const own: Cache = new Map()
  const ownLines: Lines = new Map()
  const { cache = own, lines = ownLines } = options
  return {
    component,
    validators,
    serialized: (keys, work, signal) => serialized(lines, keys, work, signal),
    sender({ onRequest, remainingMs }) {
      const recording: Send = (request, signal) => {
        const record = recorder(component, request, timing.now, onRequest)
        return send(request, signal).then(record.response, record.error)
      }
      const limited = waiting(recording, sent =>
        rateLimited(authorize(sent), limiter, timing, remainingMs),
      )
      return cached(limited, cache, timing.now, options.shared)
    },
    sleep: (milliseconds, signal) => timing.sleep(milliseconds, signal),
    now: () => timing.now(),
  }
}

/** Says of a write that was given up while it waited that it has not been sent. */
const waiting = (send: Send, wait: (send: Send) => Send): Send => {
  const read = wait(send)
  return async (request, signal) => {
    if (request.method === 'GET') return read(request, signal)
    let isOut = false
    const sent: Send = async (request, signal) => {
      isOut = true
      const response = await send(request, signal)
      isOut = false
      return response
    }
    try {
      return await wait(sent)(request, signal)
    } catch (error) {
      if (isOut || error instanceof ComponentError) throw error
      throw new NotSentError('it was given up before it was sent', error)
    }
  }
}

/** The same for hosts without promises. */
export interface ClientSync extends Pick<Client, 'component' | 'now'> {
  validators(operation: string): OperationValidators
  sender(options: SenderOptions): SendSync
  /** Absent on a host that can't wait. */
  sleep?(milliseconds: number): void
}

export interface ClientSyncOptions extends Pick<ClientSync, 'component' | 'validators'> {
  readonly send: SendSync
  readonly timing: TimingSync
}

export const createClientSync = (options: ClientSyncOptions): ClientSync => {
  const { component, validators, send, timing } = options
  const limiter = createRateLimiter(component.limits)
  const cache: CacheSync = new Map()
  const { sleep } = timing
  return {
    component,
    validators,
    sender({ onRequest, remainingMs }) {
      const recording: SendSync = request => {
        const record = recorder(component, request, timing.now, onRequest)
        try {
          return record.response(send(request))
        } catch (error) {
          return record.error(error)
        }
      }
      const limited = rateLimitedSync(recording, limiter, timing, remainingMs)
      return cachedSync(limited, cache, timing.now)
    },
    now: () => timing.now(),
    ...(sleep && { sleep: (milliseconds: number) => sleep(milliseconds) }),
  }
}

const recorder = (
  component: Component,
  request: HttpRequest,
  now: () => number,
  onRequest: SenderOptions['onRequest'],
) => {
  const { method, path } = request
  const start = now()
  const report = (status: number | null) => {
    const tokenCost = component.tokenCost(request)
    onRequest({ method, path, status, ms: Math.round(now() - start), tokenCost })
  }
  return {
    response<R extends { readonly status: number }>(response: R): R {
      report(response.status)
      return response
    },
    error(error: unknown): never {
      report(null)
      throw error
    },
  }
}
