import type { Problem } from './problem.ts'
import type { RunSummary } from './runs.ts'
import type { SandboxKind } from './sandbox.ts'
import type { RequestView, StepView } from './steps.ts'
import type { WorkflowSummary } from './workflows.ts'

/**
 * POST /api/workflows/:id/test { node, input? } → lines of TestLine. Tests one node of the saved
 * workflow with the pinned outputs or samples of the nodes before it, or with another input than its
 * own; the output is kept as its sample. A list takes 100 rows.
 * Of a trigger it waits for one event: `publicUrl` is needed where the account is a real one.
 * POST /api/workflows/:id/run { event, runId?, from?, until? } → lines: all nodes in order, or those
 * from one to another; the outputs of those before are what they put out last. `event` is where the trigger's
 * comes from: `cause` makes it happen in the sandbox and takes the real one (what the page uses for
 * a sandbox; other accounts refuse it), `last` is the trigger's sample of its last test or run,
 * `run` (with `runId`) that of an earlier run in the same account, `pinned` the pinned one, and `sample` the made-up one of
 * the definition, whose ids may be those of no record. What the nodes put out is kept as their
 * samples, but for whole lists.
 */
export type TestLine =
  | { readonly type: 'request'; readonly name: string; readonly request: RequestView }
  | { readonly type: 'rows'; readonly name: string; readonly rows: number }
  | { readonly type: 'listening'; readonly name: string; readonly webhookUrl: string }
  | { readonly type: 'step'; readonly step: StepView }
  /** The list was cut to this number of rows for the test. */
  | { readonly type: 'cut'; readonly name: string; readonly rows: number }
  | { readonly type: 'run'; readonly run: RunSummary }
  | { readonly type: 'failed'; readonly error: Problem }

/** GET /api/live is a stream of server-sent events, each one of these as JSON. */
export type ServerEvent =
  | { readonly type: 'run'; readonly run: RunSummary }
  /** Some have been deleted. */
  | { readonly type: 'runs' }
  | { readonly type: 'workflow'; readonly version: number; readonly workflow: WorkflowSummary }
  | { readonly type: 'workflows' }
  | { readonly type: 'connections' }
  /** Their settings, or how the last one went. */
  | { readonly type: 'alerts' }
  /** Records of a kind, or `settings`: custom fields, stages and the like. */
  | { readonly type: 'sandbox'; readonly kind: SandboxKind | 'settings' }
