import type { HttpRequest, HttpResponse } from './exchange.ts'

/**
 * What the user can do next: correct the input · connect again · ask for a scope · wait ·
 * try again · look whether a write happened · report a defect.
 */
export type Recovery =
  'fix-input' | 'reconnect' | 'add-scope' | 'wait' | 'retry' | 'check' | 'report'

export interface ComponentErrorOptions {
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

  constructor(message: string, { recovery, path, hint, cause }: ComponentErrorOptions) {
    super(message, cause === undefined ? undefined : { cause })
    this.recovery = recovery
    if (path) this.path = path
    if (hint) this.hint = hint
  }
}

/** One place in an input that is wrong. */
export interface Problem {
  /** From the operation's input, such as `deal.value`; empty for the input as a whole. */
  readonly path: string
  readonly problem: string
}

/** An input from outside may be wrong in a million places. */
const maxProblems = 100

/** The input is wrong in one or more places; nothing has been sent. */
export class InputError extends ComponentError {
  override readonly name = 'InputError'
  /** Every place that is wrong, a hundred at most. */
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[], hint?: string)
  constructor(path: string, problem: string, hint?: string)
  constructor(given: string | readonly Problem[], text = '', more?: string) {
    const [all, hint] =
      typeof given === 'string' ? [[{ path: given, problem: text }], more] : [given, text]
    const problems = all.slice(0, maxProblems)
    const path = problems[0]?.path ?? ''
    super(told(problems, all.length), { recovery: 'fix-input', path, ...(hint && { hint }) })
    this.problems = problems
  }
}

const maxProblemLength = 1_000
const maxMessageLength = 5_000

const told = (problems: readonly Problem[], total: number): string => {
  let length = 0
  const texts = problems
    .map(({ path, problem }) => (path ? `${path}: ${problem}` : problem))
    .map(text => (text.length > maxProblemLength ? `${text.slice(0, maxProblemLength)}…` : text))
    .filter(text => (length += text.length) < maxMessageLength)
  const more = total - texts.length
  return [...texts, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}

/** A request has certainly not reached the API, so that it may be sent again. */
export class NotSentError extends ComponentError {
  override readonly name = 'NotSentError'
  constructor(problem: string, cause: unknown, hint?: string) {
    super(problem, { recovery: 'retry', cause, ...(hint !== undefined && { hint }) })
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
  /** The same error in other words of the API. */
  readonly inWords: (apiMessage: string) => ApiError
  constructor(
    { method, path }: Pick<HttpRequest, 'method' | 'path'>,
    { status, body }: Pick<HttpResponse, 'status' | 'body'>,
    apiMessage: string,
    remedy: ComponentErrorOptions,
  ) {
    const call = `${method} ${path}`
    super(`${call} answered ${status}${apiMessage ? `: ${apiMessage}` : ''}`, remedy)
    this.status = status
    this.call = call
    this.apiMessage = apiMessage
    this.data = body
    this.inWords = words => new ApiError({ method, path }, { status, body }, words, remedy)
  }
}

/** There was no response. A write may have happened all the same. */
export class NoResponseError extends ComponentError {
  override readonly name = 'NoResponseError'
  readonly call: string
  constructor(
    { method, path }: Pick<HttpRequest, 'method' | 'path'>,
    reason: string,
    remedy: ComponentErrorOptions,
  ) {
    const call = `${method} ${path}`
    super(`${call} got no answer${reason ? `: ${reason}` : ''}`, remedy)
    this.call = call
  }
}
