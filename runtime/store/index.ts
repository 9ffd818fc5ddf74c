export { openStore, type Store, type StoreOptions } from './open.ts'
export { explained, StoreError } from './errors.ts'
export type { LiveWorkflow } from './schema.ts'
export { lock } from './lock.ts'
export {
  acceptEvents,
  claimRun,
  claimRuns,
  endRun,
  listRuns,
  nextDue,
  oldestEvent,
  longestPauseMs,
  pruneRuns,
  recoverRuns,
  releaseRuns,
  retryRun,
  runOf,
  startRun,
  type Run,
  type RunEnd,
  type RunQuery,
  type RunState,
  type RunStep,
} from './runs.ts'
export { openJournal } from './journal.ts'
export {
  forgetEnabled,
  keepEnabled,
  subscriptionFor,
  type Subject,
  type Subscription,
} from './subscriptions.ts'
export {
  addWorkflow,
  changeWorkflow,
  listWorkflows,
  removeWorkflow,
  saveSample,
  setLive,
  workflowWithId,
  type StoredWorkflow,
} from './workflows.ts'
