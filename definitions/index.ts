export {
  array,
  boolean,
  date,
  dateTime,
  dynamicProperties,
  integer,
  nullable,
  number,
  object,
  record,
  required,
  string,
  time,
  type ControlType,
  type PropertyOptions,
  type Input,
  type InputOf,
  type Output,
  type OutputOf,
  type Properties,
  type PropertiesDataSource,
  type PropertiesQuery,
  type Property,
  type PropertyType,
} from './property.ts'
export type {
  Exchange,
  HttpRequest,
  HttpResponse,
  Method,
  Outcome,
  Params,
  Query,
  Scalar,
} from './exchange.ts'
export { all } from './all.ts'
export { dropOldest } from './dropOldest.ts'
export type { Budget, BudgetCall, OperationCall, Plan } from './budget.ts'
export {
  ApiError,
  ComponentError,
  InputError,
  NoResponseError,
  NotSentError,
  type Problem,
  type Recovery,
  type ComponentErrorOptions,
} from './errors.ts'
export {
  isRecord,
  member,
  memberAt,
  read,
  readOptional,
  readRequired,
  UnexpectedResponseError,
} from './read.ts'
export type { NameLookup, Option, OptionsDataSource, OptionsPage, OptionsQuery } from './options.ts'
export type { RecordPage } from './recordPage.ts'
export type { RecordKind, Subject } from './subject.ts'
export type { Effect, Operation } from './operation.ts'
export {
  action,
  findExisting,
  perform,
  serializationKeys,
  type Action,
  type ExistingRecords,
  type UncertainWrite,
} from './action.ts'
export type {
  ListLocation,
  ListPages,
  ListTransform,
  Memory,
  Narrowed,
  Page,
  PageRequest,
} from './pages.ts'
export { exactNumber, isExact } from './exactNumber.ts'
export { closest, distance, nearest } from './closest.ts'
export { isWellFormed, malformedText, pathOfMalformed } from './wellFormed.ts'
export { openList, pageGuard, type ListReader } from './readPages.ts'
export {
  listAction,
  type ListAction,
  type ListDefinition,
  type ListEnvelope,
  type ReadRows,
} from './list.ts'
export {
  trigger,
  type Trigger,
  type Webhook,
  type WebhookEndpoint,
  type WebhookEvent,
  type WebhookRequest,
  type WebhookVerdict,
} from './trigger.ts'
export {
  connection,
  type Authorization,
  type ConnectedAccount,
  type Connection,
  type ConnectionParameters,
} from './connection.ts'
export type { RateLimitReport, RateLimits } from './limits.ts'
export type { AnsweredWrite, Change, Changes } from './change.ts'
export {
  component,
  type Component,
  type ComponentWarning,
  type SimulatedEvent,
} from './component.ts'
export type {
  ActionManifest,
  ActionMetadata,
  AuthorizationManifest,
  CategoryManifest,
  ComponentManifest,
  ConnectionManifest,
  OptionManifest,
  OptionsDataSourceManifest,
  OutputDefinitionManifest,
  OutputResponseManifest,
  PropertiesDataSourceManifest,
  PropertyManifest,
  RecordManifest,
  SubjectManifest,
  TriggerManifest,
} from './manifest/manifest.ts'
export {
  actionManifest,
  propertyManifest,
  propertyManifests,
  toManifest,
} from './manifest/toManifest.ts'
export {
  displayRules,
  inputSchema,
  toJsonSchema,
  type DisplayRule,
  type JsonSchema,
  type SchemaMode,
} from './manifest/toJsonSchema.ts'
export { parseCondition, type Comparison } from './manifest/conditions.ts'
export { checkDefinition } from './manifest/checkDefinition.ts'
export type { ChoiceNames, FoundName, MemberNames } from './memberNames.ts'
