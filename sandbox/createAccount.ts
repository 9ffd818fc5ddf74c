import { createClock } from './clock.ts'
import { createFaults } from './faults.ts'
import { createUsage } from './usage.ts'
import type { Plan } from './limits.ts'
import { createLimits } from './limits.ts'
import { createTokenService } from './oauth/tokens.ts'
import type { Exchange } from './recorder.ts'
import { createRecorder } from './recorder.ts'
import type { Size } from './seed/context.ts'
import { seedStore } from './seed/index.ts'
import { kinds, restoreSnapshot } from './snapshot.ts'
import { createWebhookService } from './webhooks/webhooks.ts'
import { createSender } from './webhooks/send.ts'
import type { Changed, Account } from './account.ts'

/** How long, in real time, an advancing clock waits for a receiver before it moves on. */
const settleTimeoutMs = 250

interface Settings {
  readonly seed: number
  readonly size: Size
  readonly plan: Plan
  readonly snapshot: unknown
  readonly searchLagMs: number
  readonly onExchange: ((exchange: Exchange) => void) | undefined
  readonly onChange: (kind: Changed) => void
}

export const createAccount = (settings: Settings) => {
  const { seed, size, plan, snapshot, searchLagMs, onExchange, onChange } = settings
  const clock = createClock(() => account.webhooks.settle(settleTimeoutMs))
  const sender = createSender()
  const faults = createFaults()
  const seeded = () => seedStore(seed, size, clock.now())
  const store = snapshot === undefined ? seeded() : restoreSnapshot(snapshot, seed, clock.now())
  const seats = store.users.all().filter(user => user.active).length
  const account: Account = {
    origin: '',
    store,
    clock,
    faults,
    tokens: createTokenService(clock),
    limits: createLimits(clock, plan, seats),
    usage: createUsage(),
    recorder: createRecorder(onExchange),
    searchLagMs,
    onChange,
    webhooks: createWebhookService({
      clock,
      sender,
      faults,
      store: () => account.store,
      host: () => new URL(account.origin).host,
    }),
    resetRecords: () => {
      account.store = seeded()
      for (const kind of [...kinds, 'other' as const]) onChange(kind)
    },
    reset: () => {
      account.resetRecords()
      account.webhooks.clear()
      account.limits.clear()
      account.usage.clear()
      faults.clear()
      account.tokens.rotate(false)
    },
  }
  const close = () => {
    clock.stop()
    sender.close()
  }
  return { account, close }
}
