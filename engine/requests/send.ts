import type { HttpRequest, HttpResponse, Outcome } from '../../definitions/index.ts'

/** Sends one request. Its response belongs to the caller, which may change the rows in it. */
export type Send = (request: HttpRequest, signal?: Signal) => Promise<HttpResponse>
export type SendSync = (request: HttpRequest) => HttpResponse

/** The part of an `AbortSignal` that the engine uses. */
export interface Signal {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener?(type: 'abort', listener: () => void): void
  removeEventListener?(type: 'abort', listener: () => void): void
}

/** What a request ends with: its response, or what was thrown. */
export const outcomeOf = (send: Send, request: HttpRequest, signal?: Signal): Promise<Outcome> =>
  send(request, signal).then(asResponse, asError)

const asResponse = (response: HttpResponse): Outcome => ({ response })
const asError = (error: unknown): Outcome => ({ error })

/** An exchange that may also pause between its rounds. */
export type Work<Result> = Generator<readonly HttpRequest[] | Pause, Result, readonly Outcome[]>
export interface Pause {
  readonly pauseMs: number
}

/** The host has no way to wait. */
export class CannotPauseError extends Error {
  override readonly name = 'CannotPauseError'
}
