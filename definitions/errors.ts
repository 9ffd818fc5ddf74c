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
