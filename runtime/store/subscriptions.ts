import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Store } from './open.ts'
import { subscriptions } from './schema.ts'

/** Whose events, of which trigger, in which account. */
export type Subject = Pick<
  typeof subscriptions.$inferSelect,
  'workflow' | 'trigger' | 'connectionId'
>

/** A trigger's place in the inbox, and what its `webhookEnable` has returned. */
export interface Subscription extends Subject {
  readonly id: string
  readonly path: string
  readonly url: string | null
  readonly kept: unknown
}

const purpose = (id: string) => `subscription ${id}`

/** The subscription of a workflow's trigger; its path stays the same for ever. */
export const subscriptionFor = (store: Store, subject: Subject): Promise<Subscription> =>
  store.run(async () => {
    const { workflow, trigger, connectionId } = subject
    const path = `/webhooks/${trigger}/${randomBytes(16).toString('hex')}`
    const fresh = { ...subject, id: randomUUID(), path }
    await store.db.insert(subscriptions).values(fresh).onConflictDoNothing()
    const [row] = await store.db
      .select()
      .from(subscriptions)
      .where(
        and(
          eq(subscriptions.workflow, workflow),
          eq(subscriptions.trigger, trigger),
          eq(subscriptions.connectionId, connectionId),
        ),
      )
    const { kept, ...found } = row ?? { ...fresh, url: null, kept: null }
    return { ...found, kept: kept === null ? undefined : opened(store, found.id, kept) }
  })

/** Where it is damaged, the trigger is enabled anew. */
const opened = (store: Store, id: string, kept: string): unknown => {
  try {
    const value: unknown = JSON.parse(store.seal.open(kept, purpose(id)))
    return value
  } catch {
    return undefined
  }
}

/** Credentials of the webhook can't be read back, so they are stored, encrypted. */
export const keepEnabled = (store: Store, id: string, url: string, kept: unknown): Promise<void> =>
  store.run(async () => {
    const sealed = store.seal.close(JSON.stringify(kept), purpose(id))
    await store.db.update(subscriptions).set({ url, kept: sealed }).where(eq(subscriptions.id, id))
  })

export const forgetEnabled = (store: Store, id: string): Promise<void> =>
  store.run(async () => {
    await store.db
      .update(subscriptions)
      .set({ url: null, kept: null })
      .where(eq(subscriptions.id, id))
  })
