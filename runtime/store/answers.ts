import { and, eq, lt, sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isRecord, member } from '../../definitions/index.ts'
import type { SharedAnswers } from '../../engine/index.ts'
import { anyJson } from './json.ts'
import type { Store } from './open.ts'

/** Answers of the API that change so seldom that all processes use them. */
export const answers = sqliteTable(
  'answers',
  {
    connectionId: text().notNull(),
    request: text().notNull(),
    response: anyJson().notNull(),
    answeredAt: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.connectionId, table.request] })],
)

export interface StoredAnswers extends SharedAnswers {
  /** Waits for what is being written down. */
  close(): Promise<void>
}

/** Longer than any answer is used. */
const maxAgeMs = 24 * 3_600_000

/** Those of one connection. A store that fails costs a request, and no step. */
export const sharedAnswers = (store: Store, connectionId: string): StoredAnswers => {
  const saving = new Set<Promise<void>>()
  const own = eq(answers.connectionId, connectionId)
  const save = async (request: string, response: unknown) => {
    const row = { connectionId, request, response, answeredAt: store.now() }
    await store.db
      .insert(answers)
      .values(row)
      .onConflictDoUpdate({ target: [answers.connectionId, answers.request], set: row })
    await store.db.delete(answers).where(lt(answers.answeredAt, store.now() - maxAgeMs))
  }
  return {
    async find(request) {
      const row = await store.db
        .select()
        .from(answers)
        .where(and(own, eq(answers.request, request)))
        .get()
        .catch(() => undefined)
      const ageMs = store.now() - (row?.answeredAt ?? 0)
      // After the clock has been set back, no age is known.
      return row && isRecord(row.response) && ageMs >= 0
        ? { response: { status: 200, headers: {}, body: member(row.response, 'body') }, ageMs }
        : undefined
    },
    keep(request, { body }) {
      const saved = save(request, { body }).catch(() => {})
      saving.add(saved)
      void saved.finally(() => saving.delete(saved))
    },
    async forget(prefix) {
      const like = and(own, sql`substr(${answers.request}, 1, ${prefix.length}) = ${prefix}`)
      await (async () => {
        const found = await store.db.select({ request: answers.request }).from(answers).where(like)
        if (found.length > 0) await store.db.delete(answers).where(like)
      })().catch(() => {})
    },
    async close() {
      await Promise.all(saving)
    },
  }
}
