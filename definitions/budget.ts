import type { HttpRequest } from './exchange.ts'

/** The calls that an API lets an account make in a day, counted in tokens. Pure. */
export interface Budget {
  /** What the account's subscription gives. */
  readonly plans: readonly Plan[]
  /** Calls that show what a token is. */
  readonly examples: readonly (BudgetCall & { readonly title: string })[]
  /** How long all runs share the answer to a call that may be reused, in milliseconds. */
  readonly sharedMs: number
  /** The calls that a run of an operation makes, for a forecast before it has run. */
  callsOf(operation: string, input: Readonly<Record<string, unknown>>): readonly OperationCall[]
}

export interface Plan {
  readonly name: string
  readonly title: string
  /** Of each day. */
  readonly tokensPerSeat: number
}

export type BudgetCall = Pick<HttpRequest, 'method' | 'path'>

export interface OperationCall extends BudgetCall {
  /**
   * `always`; `linked` where the record has such a link; `rows` once for each `perRows` rows of a
   * list; `shared` where no other run has made it within `sharedMs`.
   */
  readonly when: 'always' | 'linked' | 'rows' | 'shared'
  readonly perRows?: number
  /** For how long this call is shared, in milliseconds, where that is another time. */
  readonly sharedMs?: number
}
