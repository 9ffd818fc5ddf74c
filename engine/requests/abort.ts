import type { Signal } from './drive.ts'

/** The caller gave up, or the time is over. `instanceof Error` fails across realms (VM contexts). */
export const isAbort = (error: unknown): boolean =>
  isTimeout(error) || nameOf(error) === 'AbortError'

export const isTimeout = (error: unknown): boolean => nameOf(error) === 'TimeoutError'

const nameOf = (error: unknown): unknown => Reflect.get(Object(error), 'name')

/** Stops waiting on abort; the work itself continues for other callers. */
export const abortable = async <T>(work: Promise<T>, signal?: Signal): Promise<T> => {
  if (!signal?.addEventListener) return work
  let abort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener?.('abort', abort)
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    signal.removeEventListener?.('abort', abort)
  }
}
