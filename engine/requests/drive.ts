import type { Exchange, HttpRequest, HttpResponse, Outcome } from '../../definitions/index.ts'

export type Send = (request: HttpRequest, signal?: Signal) => Promise<HttpResponse>
export type SendSync = (request: HttpRequest) => HttpResponse

/** The part of an `AbortSignal` that the engine uses. */
export interface Signal {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener?(type: 'abort', listener: () => void): void
  removeEventListener?(type: 'abort', listener: () => void): void
}

/** An exchange that may also pause between its rounds. */
export type Work<Result> = Generator<readonly HttpRequest[] | Pause, Result, readonly Outcome[]>
export interface Pause {
  readonly pauseMs: number
}

type Sleep = (milliseconds: number, signal?: Signal) => Promise<void>

/** Runs an exchange where there are promises. The requests of a round are made at once. */
export const drive = async <Result>(
  work: Exchange<Result> | Work<Result>,
  send: Send,
  signal?: Signal,
  sleep?: Sleep,
): Promise<Result> => {
  const attempt = (request: HttpRequest): Promise<Outcome> =>
    send(request, signal).then(
      response => ({ response }),
      (error: unknown) => ({ error }),
    )
  let step = work.next()
  while (!step.done) {
    if ('pauseMs' in step.value) {
      if (!sleep) {
        step = work.throw(new CannotPauseError())
        continue
      }
      const { pauseMs } = step.value
      const paused = await sleep(pauseMs, signal).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      if (signal?.aborted) return abandon(work, signal.reason)
      step = paused ? work.throw(paused.error) : work.next([])
    } else {
      const outcomes = await Promise.all(step.value.map(attempt))
      if (signal?.aborted) return abandon(work, signal.reason)
      step = work.next(outcomes)
    }
  }
  return step.value
}

/** Lets the `finally` blocks of an exchange run before its caller hears why it ended. */
const abandon = (work: Work<unknown>, reason: unknown): never => {
  work.return(undefined)
  throw reason
}

/** Runs the same exchange where there are none: one request after the other. */
export const driveSync = <Result>(
  work: Exchange<Result> | Work<Result>,
  send: SendSync,
  sleep?: (milliseconds: number) => void,
): Result => {
  const attempt = (request: HttpRequest): Outcome => {
    try {
      return { response: send(request) }
    } catch (error) {
      return { error }
    }
  }
  let step = work.next()
  while (!step.done) {
    if (!('pauseMs' in step.value)) step = work.next(step.value.map(attempt))
    else if (sleep) {
      sleep(step.value.pauseMs)
      step = work.next([])
    } else step = work.throw(new CannotPauseError())
  }
  return step.value
}

/** The host has no way to wait. */
class CannotPauseError extends Error {
  override readonly name = 'CannotPauseError'
}
