import { once } from 'node:events'
import type { Signal } from '../definitions/index.ts'

/** The caller gave up, or the time is over. Such errors are no `Error` of every realm. */
export const isAbort = (error: unknown): boolean =>
  isTimeout(error) || nameOf(error) === 'AbortError'

export const isTimeout = (error: unknown): boolean => nameOf(error) === 'TimeoutError'

const nameOf = (error: unknown): unknown => Reflect.get(Object(error), 'name')

/** What others wait for too goes on; who has given up waits no longer. */
export const heeding = async <T>(work: Promise<T>, signal?: Signal): Promise<T> => {
  if (!(signal instanceof AbortSignal)) return work
  const waiting = new AbortController()
  const aborted = signal.aborted || once(signal, 'abort', { signal: waiting.signal })
  try {
    await Promise.race([work, aborted])
    signal.throwIfAborted()
    return await work
  } finally {
    waiting.abort()
  }
}
