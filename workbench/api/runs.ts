import type { Problem } from './problem.ts'
import type { StepView } from './steps.ts'

/** POST /api/workflows/:id/on { publicUrl? } → WorkflowView · POST /api/workflows/:id/off */

/** GET /api/workflows/:id/runs?before=ID → RunSummary[], newest first, 50 at most */
export interface RunSummary {
  readonly id: number
  readonly workflowId: string
  /** `waiting` to be run or to be tried again, `parked` inside a write, `dead` after all tries. */
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'parked' | 'dead'
  readonly kind: 'event' | 'manual'
  readonly receivedAt: number
  readonly endedAt: number | null
  readonly attempts: number
  readonly tokens: number
  readonly error?: Problem
}

/** GET /api/runs/:id · POST /api/runs/:id/retry → RunSummary; it goes on where it has stopped */
export interface RunView extends RunSummary {
  readonly event: unknown
  readonly steps: readonly StepView[]
}
