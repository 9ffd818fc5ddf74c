import { desc, eq, sql } from 'drizzle-orm'
import type { Store } from '../store/open.ts'
import { usage } from '../store/schema.ts'

export interface DayOfUsage {
  /** UTC, as 2026-11-24. */
  readonly day: string
  readonly calls: number
  /** Of the account's daily budget. */
  readonly tokenCost: number
}

export const addUsage = (
  store: Store,
  connectionId: string,
  { calls, tokenCost }: Omit<DayOfUsage, 'day'>,
): Promise<void> =>
  store.run(async () => {
    const day = new Date(store.now()).toISOString().slice(0, 10)
    await store.db
      .insert(usage)
      .values({ connectionId, day, calls, tokenCost })
      .onConflictDoUpdate({
        target: [usage.connectionId, usage.day],
        set: {
          calls: sql`${usage.calls} + ${calls}`,
          tokenCost: sql`${usage.tokenCost} + ${tokenCost}`,
        },
      })
  })

/** The last thirty days on which there was any, newest first. */
export const usageOf = (store: Store, connectionId: string): Promise<readonly DayOfUsage[]> =>
  store.run(() =>
    store.db
      .select({ day: usage.day, calls: usage.calls, tokenCost: usage.tokenCost })
      .from(usage)
      .where(eq(usage.connectionId, connectionId))
      .orderBy(desc(usage.day))
      .limit(30),
  )
