export { drive } from './requests/drive.ts'
export { driveSync } from './requests/driveSync.ts'
export type { Pause, Send, SendSync, Signal, Work } from './requests/send.ts'
export { abortable, isAbort, isTimeout } from './requests/abort.ts'
export {
  createClient,
  createClientSync,
  type Client,
  type ClientOptions,
  type ClientSync,
  type ClientSyncOptions,
  type RequestRecord,
  type SenderOptions,
} from './requests/client.ts'
export {
  admit,
  initialState,
  observe,
  pauseMs,
  type Admission,
  type RateLimitState,
} from './requests/rateLimit.ts'
export {
  completed,
  createRateLimiter,
  maxWaitMs,
  mustWait,
  refused,
  settled,
  type RateLimiter,
  type Remaining,
} from './requests/rateLimiter.ts'
export { rateLimited, type Timing } from './requests/rateLimited.ts'
export { rateLimitedSync, type TimingSync } from './requests/rateLimitedSync.ts'
export { retryDelayMs, treatAsDeleted } from './requests/retry.ts'
export type { Lines } from './requests/serialized.ts'
export {
  cached,
  cachedSync,
  type Cache,
  type CacheSync,
  type SharedAnswers,
} from './requests/cached.ts'
export { requestTarget } from './requests/url.ts'
export {
  parseReference,
  reference,
  referenceProblem,
  valueOf,
  findReferences,
  collectStrings,
  stripReferences,
  type Reference,
  type Text,
} from './references/references.ts'
export { resolve, type Outputs } from './references/resolve.ts'
export { renameReferences } from './references/renameReferences.ts'
export { requireBounded } from './input/bounds.ts'
export { checkInput, checkNamedInput } from './input/checkInput.ts'
export { closest, distance } from '../definitions/index.ts'
export { convertObject, numberFromText } from './input/convert.ts'
export { manifestOf } from './input/manifestOf.ts'
export { validationMessage, propertyAt, type SchemaError } from './input/messages.ts'
export { pointerToPath, pointerKeys, valueAt } from './input/pointer.ts'
export { problemsIn } from './input/problems.ts'
export { violationsIn, type Violation } from './input/violations.ts'
export {
  outputWarnings,
  schemaErrors,
  type OperationValidators,
  type Validator,
  type Warning,
} from './input/validate.ts'
export { validatorsOf } from './validate/validators.ts'
export {
  openMeter,
  runStep,
  runStepSync,
  type StepOptions,
  type StepSyncOptions,
} from './steps/runStep.ts'
export {
  asComponentError,
  measure,
  measureSync,
  type StepFailure,
  type StepResult,
  type StepSuccess,
} from './steps/result.ts'
export { createMeter, type Cost, type Meter, type UncertainCall } from './steps/meter.ts'
export { deadline, type Deadline } from './steps/timeout.ts'
export {
  checkBeforeRetryHint,
  withJournal,
  type Journal,
  type JournalStep,
  type Write,
} from './steps/journal.ts'
export { performAction, type OnUnknownOutcome } from './steps/lostWrite.ts'
export {
  loadOptions,
  loadOptionsSync,
  optionsSource,
  type OptionsResult,
} from './steps/loadOptions.ts'
export { optionsSources } from './steps/optionsSources.ts'
export {
  loadProperties,
  loadPropertiesSync,
  type PropertiesResult,
} from './steps/loadProperties.ts'
export { propertiesSource, propertiesSources } from './steps/propertiesSources.ts'
export type { Change, PlannedRequest, Preview } from './steps/preview.ts'
export type { KeyName } from './steps/previewNames.ts'
export { bindNames, type BoundWorkflow, type NameWarning } from './boundNames/bind.ts'
export { boundNamesOf, type BoundName, type BoundNames } from './boundNames/boundNames.ts'
export type { BindableNode } from './boundNames/nodes.ts'
export type { BoundStep } from './boundNames/apply.ts'
export { namesIn, type GivenName } from './names/namesIn.ts'
export type { ResolvedName } from './names/resolveNames.ts'
export {
  dynamicPaths,
  hasCustom,
  withCustomOutput,
  writerOf,
  type DynamicProperty,
} from './steps/accountOutput.ts'
export { failedLookups } from './steps/failedLookups.ts'
export { streamRows } from './steps/streamRows.ts'
export { hydrateEvent } from './steps/hydrateEvent.ts'
export { serializeError, type ErrorInfo } from './steps/errorInfo.ts'
export { findAction, findOperation, findTrigger } from './workflows/operations.ts'
export { parseType, typeOf, type OperationType } from './workflows/operationType.ts'
export {
  parseWorkflow,
  requireWorkflowSize,
  type Workflow,
  type WorkflowNode,
} from './workflows/parseWorkflow.ts'
export {
  runWorkflow,
  type WorkflowOptions,
  type WorkflowResult,
  type WorkflowStep,
  type Written,
} from './workflows/runWorkflow.ts'
