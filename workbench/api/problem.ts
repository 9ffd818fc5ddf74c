import type { Recovery } from '../../definitions/index.ts'

/**
 * What the page and its server say to each other: JSON over HTTP below `/api`. Every request that
 * is not a GET carries the header `x-csrf-token`. Streams are lines of JSON, and end when the page
 * aborts its request. An error is answered `{ error: Problem }` with a status of 400 or more.
 */
export interface Problem {
  readonly name: string
  readonly message: string
  readonly recovery: Recovery
  /** The property concerned: `deal.value`. */
  readonly path?: string
  readonly hint?: string
  /** Everything wrong with an input, each with its path. */
  readonly problems?: readonly FieldProblem[]
  /** The step of a run that has stopped with it. */
  readonly step?: string
}

export interface FieldProblem {
  readonly path: string
  readonly problem: string
  /** The step of the workflow on the canvas that it is about. */
  readonly node?: string
}
