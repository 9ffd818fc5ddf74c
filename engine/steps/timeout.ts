import type { Client } from '../requests/client.ts'
import type { Signal } from '../requests/send.ts'
import { maxWaitMs } from '../requests/rateLimiter.ts'

export interface Deadline {
  /** Aborts when the caller's does, or when the time is over; absent where neither can happen. */
  readonly signal: Signal | undefined
  /** Milliseconds that are left. */
  remainingMs(): number
  /** Stops the clock. */
  end(): void
}

/** Timers hold no more, which is 24 days. */
const maxTimerMs = 2 ** 31 - 1

/** How long a step may take, in milliseconds by the clock of its client. */
export const deadline = (
  client: Pick<Client, 'now' | 'sleep'>,
  timeout: number | undefined,
  signal: Signal | undefined,
): Deadline => {
  if (timeout === undefined) return { signal, remainingMs: () => maxWaitMs, end: () => {} }
  const timedOut = new AbortController()
  const until = client.now() + timeout
  const clock = new AbortController()
  client.sleep(Math.min(timeout, maxTimerMs), clock.signal).then(
    () => timedOut.abort(timeoutError(timeout)),
    () => {},
  )
  const forward = () => timedOut.abort(signal?.reason)
  if (signal?.aborted) forward()
  else signal?.addEventListener?.('abort', forward)
  return {
    signal: timedOut.signal,
    remainingMs: () => Math.max(0, until - client.now()),
    end() {
      signal?.removeEventListener?.('abort', forward)
      clock.abort()
    },
  }
}

const timeoutError = (timeout: number) =>
  Object.assign(new Error(`The step took longer than ${timeout / 1000} s`), {
    name: 'TimeoutError',
  })
