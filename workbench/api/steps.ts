import type { Problem } from './problem.ts'

export interface RequestView {
  readonly method: string
  readonly path: string
  readonly status: number | null
  readonly ms: number
  readonly tokenCost: number
}

export interface WarningView {
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** How a step has ended, or stands. */
export interface StepView {
  readonly name: string
  readonly operation: string
  readonly state: 'running' | 'done' | 'failed' | 'parked'
  /** It was not run, as its output was pinned, or is that of an earlier run or test. */
  readonly origin?: 'pinned' | 'earlier'
  /** Resolved and converted. */
  readonly input?: unknown
  readonly output?: unknown
  readonly warnings?: readonly WarningView[]
  readonly error?: Problem
  readonly requests: readonly RequestView[]
  readonly tokenCost: number
  readonly ms: number
}
