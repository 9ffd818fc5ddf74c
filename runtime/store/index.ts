export { openStore, type Store, type StoreOptions } from './open.ts'
export { explained, StoreError } from './errors.ts'
export type { ActiveVersion, Run, RunState, RunStep } from './schema.ts'
export { lock } from './lock.ts'
export {
  acceptEvents,
  claimRun,
  claimRuns,
  endRun,
  nextDue,
  oldestEvent,
  longestPauseMs,
  pruneRuns,
  recoverRuns,
  releaseRuns,
  retryRun,
  type RunEnd,
} from './runs.ts'
export { startRun } from './startRun.ts'
export { lastOutputs } from './lastOutputs.ts'
export { isSuperseded } from './recordOrder.ts'
export {
  cancelledName,
  countRuns,
  deleteRun,
  listRuns,
  runOf,
  type RunQuery,
} from './runQueries.ts'
export { giveOutputs, openJournal, type GivenStep } from './journal.ts'
export { keepSetting, settingNamed } from './settings.ts'
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
  setActive,
  workflowWithId,
  type StoredWorkflow,
} from './workflows.ts'
export { attemptsOf, keepVersion, versionOf, type Attempt } from './versions.ts'
