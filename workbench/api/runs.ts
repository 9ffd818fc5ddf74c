import type { Problem } from './problem.ts'
import type { StepView } from './steps.ts'
import type { NodeJson } from './workflows.ts'

/** POST /api/workflows/:id/on { publicUrl? } → WorkflowView · POST /api/workflows/:id/off */

/**
 * `waiting` to be run or retried, `skipped` for a reason that its error says, `parked` inside a write,
 * `dead` after the last retry.
 */
export type RunState =
  'waiting' | 'running' | 'done' | 'failed' | 'skipped' | 'cancelled' | 'parked' | 'dead'

/**
 * GET /api/runs → RunSummary[], newest first, 50 at most. Query parameters, all optional: `workflow`
 * (id), `connection` (id), `state` (several, separated by commas), `search` (text in the event or the error), `from` and
 * `to` (milliseconds since 1970), `before` (the id of a run).
 */
export interface RunSummary {
  readonly id: number
  readonly workflowId: string
  /** What it ran with; null where that is not known. */
  readonly connectionId: string | null
  readonly state: RunState
  readonly kind: 'event' | 'manual'
  /** What the event calls its record; null where it has no name. */
  readonly title: string | null
  readonly receivedAt: number
  readonly endedAt: number | null
  /** Milliseconds that all attempts together have taken. */
  readonly ms: number
  /** Failed attempts since it was last started or resumed by hand. */
  readonly attempts: number
  readonly tokenCost: number
  /** Of the workflow that ran it last; null where that is not known. */
  readonly version: number | null
  readonly error?: Problem
}

/** GET /api/runs/attention: number of runs of events that have stopped and need attention. */
export interface AttentionView {
  readonly count: number
}

export interface AttemptView {
  readonly number: number
  readonly version: number | null
  readonly startedAt: number
  readonly endedAt: number
  readonly state: RunState
  readonly error?: Problem
}

/** GET, DELETE /api/runs/:id · POST /api/runs/:id/retry → RunSummary; it goes on where it has stopped */
export interface RunView extends RunSummary {
  readonly workflowLabel: string
  readonly event: unknown
  readonly steps: readonly StepView[]
  /** The steps of the workflow as they were when it ran; as they are now where that is not known. */
  readonly nodes: readonly NodeJson[]
  /** How each attempt has ended, the first one first. */
  readonly history: readonly AttemptView[]
  /** The run whose write the event tells of; null where the change was made elsewhere. */
  readonly causedBy: number | null
  /** The version that it would be resumed with. */
  readonly resumeVersion: number
}
