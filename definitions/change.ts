import type { HttpResponse } from './exchange.ts'
import type { WebhookEvent } from './trigger.ts'

/** A change of a record, as the answer to a write or an event tells of it. */
export interface Change {
  /** The same text in both, such as `deal 42`. */
  readonly record: string
  /** Milliseconds since 1970, by the clock of the API; absent where it is not told. */
  readonly changedAt?: number
  /** What the API calls the request that has made the change; absent where it is not told. */
  readonly correlationId?: string
  /** What has been written, or has changed, as it is now; absent where it can't be compared. */
  readonly values?: Readonly<Record<string, unknown>>
}

/** A write whose answer was a success. `path` has its ids. */
export interface AnsweredWrite {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly answer: HttpResponse
}

/** How a host recognizes events of what it has written itself. */
export interface Changes {
  /** Undefined where the write has changed no record that a trigger tells of. */
  madeBy(write: AnsweredWrite): Change | undefined
  /** Undefined where the connected user can't have made the change through the API. */
  toldBy(event: WebhookEvent): Change | undefined
}
