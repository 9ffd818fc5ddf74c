import { blob, integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { anyJson } from './json.ts'
import { runs } from './schema.ts'

/** Events of runs that are not done; a person's run has the output of its trigger. */
export const events = sqliteTable('events', {
  runId: integer()
    .primaryKey()
    .references(() => runs.id, { onDelete: 'cascade' }),
  event: anyJson().notNull(),
})

/** Event and steps of runs that are done, packed. */
export const journals = sqliteTable('journals', {
  runId: integer()
    .primaryKey()
    .references(() => runs.id, { onDelete: 'cascade' }),
  packed: blob({ mode: 'buffer' }).notNull(),
})
