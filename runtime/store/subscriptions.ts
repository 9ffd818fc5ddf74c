import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Store } from './open.ts'
import { subscriptions } from './schema.ts'

/** Whose events, of which trigger, in which account. */
export type SubscriptionKey = Pick<
  typeof subscriptions.$inferSelect,
  'workflow' | 'trigger' | 'connectionId'
>

/** A trigger's place in the inbox, and what its `webhookEnable` has returned. */
export interface Subscription extends SubscriptionKey {
  readonly id: string
  readonly path: string
  readonly url: string | null
  readonly webhook: unknown
}

const purpose = (id: string) => `subscription ${id}`

/** The subscription of a workflow's trigger; its path stays the same for ever. */
export const subscriptionFor = (store: Store, subject: SubscriptionKey): Promise<Subscription> =>
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
    const { webhook, ...found } = row ?? { ...fresh, url: null, webhook: null }
    return {
      ...found,
      webhook: webhook === null ? undefined : decryptWebhook(store, found.id, webhook),
    }
  })

/** Where it is damaged, the trigger is enabled anew. */
const decryptWebhook = (store: Store, id: string, encrypted: string): unknown => {
  try {
    const value: unknown = JSON.parse(store.cipher.decrypt(encrypted, purpose(id)))
    return value
  } catch {
    return undefined
  }
}

/** Credentials of the webhook can't be read back, so they are stored, encrypted. */
export const saveSubscription = (
  store: Store,
  id: string,
  url: string,
  webhook: unknown,
): Promise<void> =>
  store.run(async () => {
    const encrypted = store.cipher.encrypt(JSON.stringify(webhook), purpose(id))
    await store.db
      .update(subscriptions)
      .set({ url, webhook: encrypted })
      .where(eq(subscriptions.id, id))
  })

export const clearSubscription = (store: Store, id: string): Promise<void> =>
  store.run(async () => {
    await store.db
      .update(subscriptions)
      .set({ url: null, webhook: null })
      .where(eq(subscriptions.id, id))
  })
