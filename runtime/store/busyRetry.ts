import { setTimeout } from 'node:timers/promises'
import type { Client } from '@libsql/client'
import { withNumbers } from './integers.ts'

const retried = new Set<unknown>(['execute', 'executeMultiple', 'batch', 'transaction'])

/** How long the driver itself waits; this process does nothing else in that time. */
export const driverTimeoutMs = 60
const minPauseMs = 1
const maxPauseMs = 8

/** How long a lock is waited for at the most; what waits already heeds a change. */
export interface WaitLimit {
  ms: number
}

/**
 * A client that tries again while another process holds the lock: the driver waits a moment, then
 * this process goes on with its other work for a moment. What was refused has changed nothing. It reads
 * numbers from a client of the mode `bigint`.
 */
export const withBusyRetry = (client: Client, limit: WaitLimit): Client => {
  const again = async (attempt: () => unknown): Promise<unknown> => {
    const start = performance.now()
    for (let pauseMs = minPauseMs; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
      try {
        return withNumbers(await attempt())
      } catch (error) {
        if (!isBusy(error) || performance.now() >= start + limit.ms) throw error
      }
      await setTimeout(pauseMs * (0.5 + Math.random() / 2))
    }
  }
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      const call = (...args: readonly unknown[]): unknown => Reflect.apply(member, target, args)
      return retried.has(name) ? (...args: readonly unknown[]) => again(() => call(...args)) : call
    },
  })
}

const isBusy = (error: unknown) =>
  String(Reflect.get(Object(error), 'code')).startsWith('SQLITE_BUSY')
