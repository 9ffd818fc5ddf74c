import { asComponentError, serializeError } from '../../engine/index.ts'

/** What the platform shows of an error is its message alone, so the hint is part of it. */
export class ScriptError extends Error {
  override readonly name: string
  readonly recovery: string
  readonly path?: string

  constructor(thrown: unknown) {
    const { name, message, hint, recovery, path } = serializeError(asComponentError(thrown))
    super(hint === undefined ? message : `${message.replace(/\.$/, '')}. ${hint}`)
    this.name = name
    this.recovery = recovery
    if (path !== undefined) this.path = path
  }
}

/** A function for the platform, which throws nothing but a `ScriptError`. */
export const exposed =
  <Result>(work: (handed: readonly unknown[]) => Result) =>
  (...handed: readonly unknown[]): Result => {
    try {
      return work(handed)
    } catch (error) {
      throw new ScriptError(error)
    }
  }
