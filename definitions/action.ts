import type { Exchange } from './exchange.ts'
import type { Effect, Operation } from './operation.ts'
import type { ListLocation, ListPages } from './pages.ts'
import type { Input, OutputOf, Properties, Property } from './property.ts'

/** A write that was sent and whose outcome is unknown. */
export interface UncertainWrite {
  /** Milliseconds since it was sent. */
  elapsedMs(): number
  /** When it was sent, in milliseconds since 1970, by a clock that need not be right. */
  readonly sentAt: number
}

/** Records that an uncertain write may have made. */
export interface ExistingRecords<Result> {
  readonly ids: readonly (number | string)[]
  /** What the action would have returned; present where there is exactly one record. */
  readonly output?: Result
}

export interface Action<
  P extends Properties = Properties,
  O extends Property = Property,
> extends Operation<P, O> {
  readonly effect: Effect
  /**
   * A sentence for agents: what the action is for, when to use another one, and what to do about
   * duplicates. It names other actions as they are called here, in clauses after a semicolon: where
   * an action is not offered, the clause is left out.
   */
  readonly agentHint: string
  /** Ends with the output; throws a `ComponentError`. */
  perform(input: Input<P>): Exchange<OutputOf<O>>
  /**
   * Present on actions that read before they write: a host runs those that have a text in common one
   * after the other, so that none writes over what another has read.
   */
  serializeBy?(input: Input<P>): readonly string[]
  /** Present on actions that can look for what an uncertain write of theirs has made. */
  findExisting?(input: Input<P>, write: UncertainWrite): Exchange<ExistingRecords<OutputOf<O>>>
  /** Present on actions that return many rows, which a host may then read page by page. */
  readonly list?: ListPages & ListLocation
}

export const action = <const P extends Properties, const O extends Property>(
  definition: Action<P, O>,
): Action<P, O> => definition

/** Casts validated input to the action's own type: only a host that has checked it may call this. */
export const perform = (action: Action, input: unknown): Exchange<unknown> =>
  action.perform(input as Input<Properties>)

/** The same cast, for `serializeBy`. Undefined where the action has none. */
export const serializationKeys = (action: Action, input: unknown): readonly string[] | undefined =>
  action.serializeBy?.(input as Input<Properties>)

/** The same cast, for `findExisting`. Undefined where the action has none. */
export const findExisting = (
  action: Action,
  input: unknown,
  write: UncertainWrite,
): Exchange<ExistingRecords<unknown>> | undefined =>
  action.findExisting?.(input as Input<Properties>, write)
