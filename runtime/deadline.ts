import type { StepOptions } from './step.ts'

export interface Deadline {
  /** Aborts when the caller's does, or when the time is over. */
  readonly signal: AbortSignal
  /** Stops the clock. */
  end(): void
}

/** Timers hold no more, which is 24 days. */
const longest = 2 ** 31 - 1

/** How long a step may take, by the clock of its client. */
export const deadline = ({
  client,
  timeout,
  signal,
}: Pick<StepOptions, 'client' | 'timeout' | 'signal'>): Deadline => {
  const over = new AbortController()
  if (timeout === undefined) return { signal: signal ?? over.signal, end: () => {} }
  const clock = new AbortController()
  client.sleep(Math.min(timeout, longest), clock.signal).then(
    () => over.abort(tooLong(timeout)),
    () => {},
  )
  return {
    signal: signal ? AbortSignal.any([signal, over.signal]) : over.signal,
    end: () => clock.abort(),
  }
}

const tooLong = (timeout: number) =>
  new DOMException(`The step took longer than ${timeout / 1000} s`, 'TimeoutError')
