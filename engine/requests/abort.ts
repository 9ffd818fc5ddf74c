import type { Signal } from './send.ts'

/** The caller gave up, or the time is over. `instanceof Error` fails across realms (VM contexts). */
export const isAbort = (error: unknown): boolean =>
  isTimeout(error) || nameOf(error) === 'AbortError'

export const isTimeout = (error: unknown): boolean => nameOf(error) === 'TimeoutError'

const nameOf = (error: unknown): unknown => Reflect.get(Object(error), 'name')

const abortMark = Symbol('the signal has aborted')

/** Stops waiting on abort; the work itself continues for other callers. */
export const abortable = async <T>(work: Promise<T>, signal?: Signal): Promise<T> => {
  if (!signal?.addEventListener) return work
  if (signal.aborted) throw signal.reason
  let abort = () => {}
  const aborted = new Promise<typeof abortMark>(resolve => (abort = () => resolve(abortMark)))
  signal.addEventListener('abort', abort)
  try {
    const first = await Promise.race([aborted, work])
    if (first === abortMark) throw signal.reason
    return first
  } finally {
    signal.removeEventListener?.('abort', abort)
  }
}
