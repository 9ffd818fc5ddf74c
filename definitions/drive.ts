import type { Exchange, HttpRequest, HttpResponse, Outcome } from './exchange.ts'

export type Send = (request: HttpRequest, signal?: Signal) => Promise<HttpResponse>
export type SendSync = (request: HttpRequest) => HttpResponse

/** The part of an `AbortSignal` that a driver looks at. */
export interface Signal {
  readonly aborted: boolean
  readonly reason?: unknown
}

/** Runs an exchange where there are promises. The requests of a round are made at once. */
export const drive = async <Result>(
  exchange: Exchange<Result>,
  send: Send,
  signal?: Signal,
): Promise<Result> => {
  const attempt = (request: HttpRequest): Promise<Outcome> =>
    send(request, signal).then(
      response => ({ response }),
      (error: unknown) => ({ error }),
    )
  let step = exchange.next()
  while (!step.done) {
    const outcomes = await Promise.all(step.value.map(attempt))
    if (signal?.aborted) return abandon(exchange, signal.reason)
    step = exchange.next(outcomes)
  }
  return step.value
}

/** Lets the `finally` blocks of an exchange run before its caller hears why it ended. */
const abandon = (exchange: Exchange<unknown>, reason: unknown): never => {
  exchange.return(undefined)
  throw reason
}

/** Runs the same exchange where there are none: one request after the other. */
export const driveSync = <Result>(exchange: Exchange<Result>, send: SendSync): Result => {
  const attempt = (request: HttpRequest): Outcome => {
    try {
      return { response: send(request) }
    } catch (error) {
      return { error }
    }
  }
  let step = exchange.next()
  while (!step.done) step = exchange.next(step.value.map(attempt))
  return step.value
}
