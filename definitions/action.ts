import type { Exchange } from './exchange.ts'
import type { ListPages } from './list.ts'
import type { Input, OutputOf, Properties, Property } from './property.ts'

/** What an operation does to the account; agents and hosts derive their flags from it. */
export type Effect = 'read' | 'create' | 'delete' | 'write'

export interface Operation<P extends Properties, O extends Property> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly properties: P
  /** At least one of these groups of paths must be filled in. */
  readonly anyOf?: readonly (readonly string[])[]
  readonly output: O
  /** A realistic output, for forms that have nothing real to show yet. */
  readonly sampleOutput: OutputOf<O>
}

/** A write that was sent, and of which nobody knows whether it has worked. */
export interface LostWrite {
  /** Milliseconds since it was sent. */
  ago(): number
  /** When it was sent, in milliseconds since 1970, by a clock that need not be right. */
  readonly at: number
}

/** Records that a lost write may have made. */
export interface Found<Result> {
  readonly ids: readonly (number | string)[]
  /** What the action would have given; present where there is exactly one record. */
  readonly output?: Result
}

export interface Action<
  P extends Properties = Properties,
  O extends Property = Property,
> extends Operation<P, O> {
  readonly effect: Effect
  /** Ends with the output; throws a `ComponentError`. */
  perform(input: Input<P>): Exchange<OutputOf<O>>
  /** Present on actions that can look for what a lost write of theirs has made. */
  existing?(input: Input<P>, lost: LostWrite): Exchange<Found<OutputOf<O>>>
  /** Present on actions that return many rows, which a host may then read page by page. */
  readonly list?: ListPages
}

export const action = <const P extends Properties, const O extends Property>(
  definition: Action<P, O>,
): Action<P, O> => definition

/** The door for what the user says: only a host that has validated the input may go through it. */
export const begin = (action: Action, input: unknown): Exchange<unknown> =>
  action.perform(input as Input<Properties>)

/** The same door, for looking. Undefined where the action can't. */
export const look = (
  action: Action,
  input: unknown,
  lost: LostWrite,
): Exchange<Found<unknown>> | undefined => action.existing?.(input as Input<Properties>, lost)
