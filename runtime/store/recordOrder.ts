import { and, eq, gt, inArray, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { WebhookEvent } from '../../definitions/index.ts'
import type { Store } from './open.ts'
import { runs, type Run } from './schema.ts'

/** The record that an event is about; null where the delivery does not say. */
export const recordIn = ({ meta }: WebhookEvent): string | null => {
  const id = meta['entity_id']
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

const other = alias(runs, 'other')

/** No run of the same record is under way, and none that waits is of an earlier event. */
export const isNext = ({ db }: Store) =>
  notExists(
    db
      .select({ id: other.id })
      .from(other)
      .where(
        and(
          eq(other.subscriptionId, runs.subscriptionId),
          eq(other.record, runs.record),
          ne(other.id, runs.id),
          inArray(other.state, ['waiting', 'running']),
          or(
            eq(other.state, 'running'),
            sql`(${other.occurredAt}, ${other.id}) < (${runs.occurredAt}, ${runs.id})`,
          ),
        ),
      ),
  )

/** Whether a newer event of the same record has been run already. */
export const isSuperseded = (
  store: Store,
  { subscriptionId, record, occurredAt }: Pick<Run, 'subscriptionId' | 'record' | 'occurredAt'>,
): Promise<boolean> =>
  store.run(async () => {
    if (subscriptionId === null || record === null || occurredAt === null) return false
    const newer = await store.db
      .select({ id: other.id })
      .from(other)
      .where(
        and(
          eq(other.subscriptionId, subscriptionId),
          eq(other.record, record),
          eq(other.state, 'done'),
          gt(other.occurredAt, occurredAt),
        ),
      )
      .limit(1)
    return newer.length > 0
  })
