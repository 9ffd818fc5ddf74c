import { randomUUID } from 'node:crypto'
import { and, between, count, eq, lt, or } from 'drizzle-orm'
import type { Store } from '../store/open.ts'
import { clients } from '../store/schema.ts'

/**
 * Tells how many clients of all processes use a connection at the moment, so that each can keep to
 * its share of the rate limit.
 */
export interface Presence {
  /** Counts this client as active; the first request of a while waits for that. */
  enter(): Promise<void>
  clients(): number
  leave(): Promise<void>
}

/** How often an active client looks for others, and how often it says that it is there. */
const lookMs = 250
const tellMs = 1_000
/** A client that has said nothing for so long has ended, or has nothing to send. */
const activeMs = 4_000
/** The store is not worth waiting longer for. */
const maxWaitMs = 250

export const openPresence = (store: Store, connectionId: string): Presence => {
  const id = randomUUID()
  let active = 1
  let lookedAt = -Infinity
  let toldAt = -Infinity
  let renewing: Promise<void> | undefined
  /** The client was not active before, so others may have come meanwhile. */
  let entering = false

  const tell = async (now: number) => {
    toldAt = performance.now()
    await store.db
      .insert(clients)
      .values({ connectionId, id, activeAt: now })
      .onConflictDoUpdate({
        target: [clients.connectionId, clients.id],
        set: { activeAt: now },
      })
  }
  const renew = () =>
    store.run(async () => {
      const now = store.now()
      if (performance.now() - toldAt > tellMs) await tell(now)
      const here = eq(clients.connectionId, connectionId)
      // What is ahead of the clock was written when that was wrong.
      const recent = between(clients.activeAt, now - activeMs, now + activeMs)
      const [row] = await store.db.select({ all: count() }).from(clients).where(and(here, recent))
      active = Math.max(1, row?.all ?? 1)
    })
  const isDue = () => renewing === undefined && performance.now() - lookedAt > lookMs
  const start = () => {
    entering = performance.now() - lookedAt > activeMs
    lookedAt = performance.now()
    // A store that fails for a moment is no reason not to send.
    renewing = renew()
      .catch(() => {})
      .finally(() => {
        entering = false
        renewing = undefined
      })
  }
  return {
    clients() {
      if (isDue()) start()
      return active
    },
    async enter() {
      if (isDue()) start()
      if (entering) await within(renewing)
    },
    async leave() {
      await renewing
      if (toldAt === -Infinity) return
      const gone = or(eq(clients.id, id), lt(clients.activeAt, store.now() - 60_000))
      // What stays is not counted for long.
      await store.run(async () => store.db.delete(clients).where(gone)).catch(() => {})
    },
  }
}

const within = async (work: Promise<void> | undefined): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => (timer = setTimeout(resolve, maxWaitMs)))
  await Promise.race([work, late])
  clearTimeout(timer)
}
