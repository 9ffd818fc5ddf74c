import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** An account that somebody has connected. Times are milliseconds since 1970. */
export const connections = sqliteTable('connections', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  /** Who is connected to what: "Ada Lovelace · Acme". */
  account: text().notNull(),
  apiDomain: text().notNull(),
  clientId: text().notNull(),
  redirectUri: text().notNull(),
  /** Origin of a sandbox's authorization server; null for Pipedrive's own. */
  server: text(),
  /** Separated by spaces. */
  scopes: text().notNull(),
  /** `Secrets`, encrypted. */
  secrets: text().notNull(),
  expiresAt: integer().notNull(),
  state: text({ enum: ['ready', 'reconnect'] }).notNull(),
  /** Counts the changes of the tokens: who wants to change them must have seen the last ones. */
  version: integer().notNull(),
  /** Until when some process has the right to refresh; others wait. */
  refreshingUntil: integer(),
  createdAt: integer().notNull(),
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
    tokens: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.connectionId, table.day] })],
)

/** One row, encrypted with the key that everything else is encrypted with. */
export const keyCheck = sqliteTable('keyCheck', { sealed: text().notNull() })
