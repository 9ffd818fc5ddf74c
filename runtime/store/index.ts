export { openStore, type Store, type StoreOptions } from './open.ts'
export { toStoreError, StoreError } from './errors.ts'
export type { ActiveVersion, Run, RunState, RunStep } from './schema.ts'
export { lock } from './lock.ts'
export { acceptEvents, recoverRuns, releaseRuns, startRun } from './runs.ts'
export { endRun, retryRun, type RunEnd } from './endRun.ts'
export { maxEventAgeMs, newestEventAt, pruneRuns } from './pruneRuns.ts'
export { lastOutputs } from './lastOutputs.ts'
export { claimRun, claimRuns, maxPauseMs, nextDue } from './claims.ts'
export { causeOf, timesInChain } from './changes.ts'
export { isSuperseded } from './recordOrder.ts'
export {
  cancelledName,
  countRuns,
  deleteRun,
  isSkipped,
  listRuns,
  loopIn,
  runOf,
  shownState,
  shownStates,
  skippedNames,
  type RunQuery,
  type ShownState,
} from './runQueries.ts'
export { giveOutputs, openJournal, type GivenStep } from './journal.ts'
export { eventsSince, lastStepRuns, type StepRun } from './costs.ts'
export { sharedAnswers, type StoredAnswers } from './answers.ts'
export { keepSetting, settingNamed } from './settings.ts'
export {
  clearSubscription,
  saveSubscription,
  subscriptionFor,
  type SubscriptionKey,
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
