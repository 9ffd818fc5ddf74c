import type { HttpRequest, HttpResponse } from './exchange.ts'

/**
 * What the user can do next: correct the input · connect again · ask for a scope · wait ·
 * try again · look whether a write happened · report a defect.
 */
export type Recovery =
  'fix-input' | 'reconnect' | 'add-scope' | 'wait' | 'retry' | 'check' | 'report'

export interface Remedy {
  readonly recovery: Recovery
  /** The property concerned, as a path from the operation's input: `deal.value`. */
  readonly path?: string
  /** One sentence that says what to do. */
  readonly hint?: string
  readonly cause?: unknown
}

/** Everything that a component or its host throws on purpose. */
export class ComponentError extends Error {
  override readonly name: string = 'ComponentError'
  readonly recovery: Recovery
  readonly path?: string
  readonly hint?: string

  constructor(message: string, { recovery, path, hint, cause }: Remedy) {
    super(message, cause === undefined ? undefined : { cause })
    this.recovery = recovery
    if (path) this.path = path
    if (hint) this.hint = hint
  }
}

/** The input is wrong; nothing has been sent. */
export class InputError extends ComponentError {
  override readonly name = 'InputError'
  constructor(path: string, problem: string, hint?: string) {
    super(path ? `${path}: ${problem}` : problem, {
      recovery: 'fix-input',
      path,
      ...(hint && { hint }),
    })
  }
}

/** A request has certainly not reached the API, so that it may be sent again. */
export class NotSent extends ComponentError {
  override readonly name = 'NotSent'
  constructor(problem: string, cause: unknown) {
    super(problem, { recovery: 'retry', cause })
  }
}

/** The API answered, and refused. */
export class ApiError extends ComponentError {
  override readonly name = 'ApiError'
  readonly status: number
  /** The call that was refused, such as `POST /api/v2/deals`, with the template of its path. */
  readonly call: string
  /** The API's own words, or an empty text. */
  readonly apiMessage: string
  /** The parsed body of the response. */
  readonly data: unknown
  constructor(
    { method, path }: Pick<HttpRequest, 'method' | 'path'>,
    { status, body }: Pick<HttpResponse, 'status' | 'body'>,
    apiMessage: string,
    remedy: Remedy,
  ) {
    const call = `${method} ${path}`
    super(`${call} answered ${status}${apiMessage ? `: ${apiMessage}` : ''}`, remedy)
    this.status = status
    this.call = call
    this.apiMessage = apiMessage
    this.data = body
  }
}

/** There was no response. A write may have happened all the same. */
export class NoAnswer extends ComponentError {
  override readonly name = 'NoAnswer'
  readonly call: string
  constructor(
    { method, path }: Pick<HttpRequest, 'method' | 'path'>,
    reason: string,
    remedy: Remedy,
  ) {
    const call = `${method} ${path}`
    super(`${call} got no answer${reason ? `: ${reason}` : ''}`, remedy)
    this.call = call
  }
}
