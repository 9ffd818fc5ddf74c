import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ErrorInfo, RequestRecord, Warning, Write } from '../../engine/index.ts'
import {
  anyJson,
  errorJson,
  listJson,
  liveJson,
  neededJson,
  neededListJson,
  recordJson,
} from './json.ts'

/** A connected account. Times are milliseconds since 1970. */
export const connections = sqliteTable('connections', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  /** User and account: "Ada Lovelace · Acme". */
  account: text().notNull(),
  /** Whose account it is, whatever its names and addresses are; null until it is next asked. */
  identity: text(),
  apiDomain: text().notNull(),
  clientId: text().notNull(),
  redirectUri: text().notNull(),
  /** Origin of a sandbox's authorization server; null for the API's own. */
  server: text(),
  /** Separated by spaces. */
  scopes: text().notNull(),
  /** `Secrets`, encrypted. */
  secrets: text().notNull(),
  expiresAt: integer().notNull(),
  state: text({ enum: ['ready', 'reconnect'] }).notNull(),
  /** Counts the changes of the tokens: a writer must have seen the last ones. */
  version: integer().notNull(),
  /** Until when some process has the right to refresh; others wait. */
  refreshingUntil: integer(),
  createdAt: integer().notNull(),
  /** The account's plan and its seats, as the user has chosen them; null until then. */
  plan: text(),
  seats: integer(),
})

/** What a connection has used of the account's daily budget, by day (UTC). */
export const usage = sqliteTable(
  'usage',
  {
    connectionId: text()
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    day: text().notNull(),
    calls: integer().notNull(),
    tokenCost: integer('tokens').notNull(),
  },
  table => [primaryKey({ columns: [table.connectionId, table.day] })],
)

/** One row, encrypted with the key that everything else is encrypted with. */
export const keyCheck = sqliteTable('keyCheck', { sealed: text().notNull() })

/** What the user has set, encrypted, as addresses may hold secrets. */
export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  sealed: text().notNull(),
})

/** A workflow as it was when it was turned on; changes made since then are not in it. */
export interface ActiveVersion {
  readonly definition: unknown
  readonly version: number
  readonly connectionId: string
  readonly publicUrl?: string
}

/** A workflow of the editor. */
export const workflows = sqliteTable('workflows', {
  id: text().primaryKey(),
  /** As ByteChef writes it; it need not be complete. */
  definition: anyJson().notNull(),
  connectionId: text().references(() => connections.id, { onDelete: 'set null' }),
  /** Outputs of the last tests by the name of their node. */
  samples: recordJson().notNull().$type<Readonly<Record<string, unknown>>>(),
  /** The connections that these come from, by the same names. */
  sampleConnections: recordJson().notNull().default({}).$type<Readonly<Record<string, string>>>(),
  /** Counts the changes: a writer must have seen the last one. */
  version: integer().notNull(),
  updatedAt: integer().notNull(),
  /** Null while it is off. */
  active: liveJson('live').$type<ActiveVersion>(),
})

/** A trigger that is enabled, or was: its credentials can't be read back from the API. */
export const subscriptions = sqliteTable('subscriptions', {
  id: text().primaryKey(),
  /** Whose it is: the id of a workflow, or the path of its file. */
  workflow: text().notNull(),
  trigger: text().notNull(),
  connectionId: text()
    .notNull()
    .references(() => connections.id, { onDelete: 'cascade' }),
  /** Where deliveries arrive; it can't be guessed. */
  path: text().notNull().unique(),
  /** The address that it was last enabled with. */
  url: text(),
  /** What `webhookEnable` has returned, encrypted; null while it is disabled. */
  webhook: text('kept'),
})

/** An event to be run or that was, and the runs that people have started themselves. */
export const runs = sqliteTable('runs', {
  id: integer().primaryKey({ autoIncrement: true }),
  workflow: text().notNull(),
  /** Null for a run that a person has started. */
  subscriptionId: text().references(() => subscriptions.id, { onDelete: 'set null' }),
  /** Unique in its subscription: a delivery that comes twice is one run. */
  eventId: text(),
  /** The record that the event is about; its runs go one after the other. Null where unknown. */
  record: text(),
  /** When it happened, by the clock of the API; null for a run that a person has started. */
  occurredAt: integer(),
  /** What lists show of the event and searches find in it. Earlier versions kept all of it here. */
  event: anyJson().notNull(),
  state: text({ enum: ['waiting', 'running', 'done', 'failed', 'parked', 'dead'] }).notNull(),
  attempts: integer().notNull(),
  dueAt: integer().notNull(),
  /** When `dueAt` was set. If that is still to come, the clock was wrong, and it is due. */
  pausedAt: integer(),
  receivedAt: integer().notNull(),
  endedAt: integer(),
  tokenCost: integer('tokens').notNull(),
  error: errorJson().$type<ErrorInfo>(),
  /** Of the workflow that ran it last; null where versions are not counted. */
  version: integer(),
  /** When the last attempt began; null before the first. */
  startedAt: integer(),
  /** Milliseconds that all attempts together have taken. */
  ms: integer().notNull().default(0),
  /** What it ran with, or is to run with; null for runs by hand of earlier versions. */
  connectionId: text(),
  lastTask: text(),
  /** The run whose write the event tells of; null where the change was made elsewhere. */
  causedBy: integer(),
})

/** How each attempt at a run has ended. */
export const attempts = sqliteTable(
  'attempts',
  {
    runId: integer()
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    /** Counts from 1. */
    number: integer().notNull(),
    version: integer(),
    startedAt: integer().notNull(),
    endedAt: integer().notNull(),
    state: text({ enum: ['waiting', 'running', 'done', 'failed', 'parked', 'dead'] }).notNull(),
    error: errorJson().$type<ErrorInfo>(),
  },
  table => [primaryKey({ columns: [table.runId, table.number] })],
)

/** Workflows as they were when they ran. */
export const versions = sqliteTable(
  'versions',
  {
    workflow: text().notNull(),
    version: integer().notNull(),
    definition: anyJson().notNull(),
  },
  table => [primaryKey({ columns: [table.workflow, table.version] })],
)

/** The journal of a run: what was done is not done again when the run goes on after a crash. */
export const steps = sqliteTable(
  'steps',
  {
    runId: integer()
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    name: text().notNull(),
    operation: text().notNull(),
    state: text({ enum: ['running', 'done', 'failed', 'parked'] }).notNull(),
    /** Resolved and converted. */
    input: anyJson(),
    output: neededJson(),
    warnings: listJson().notNull().$type<readonly Warning[]>(),
    error: errorJson().$type<ErrorInfo>(),
    requests: listJson().notNull().$type<readonly RequestRecord[]>(),
    /** Committed before each one is sent, and again with its answer. */
    writes: neededListJson().notNull().$type<readonly Write[]>(),
    tokenCost: integer('tokens').notNull(),
    ms: integer().notNull(),
    origin: text({ enum: ['pinned', 'earlier'] }),
  },
  table => [primaryKey({ columns: [table.runId, table.position] })],
)

export type Run = typeof runs.$inferSelect
export type RunState = Run['state']
export type RunStep = typeof steps.$inferSelect
