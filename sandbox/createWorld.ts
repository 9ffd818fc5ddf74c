import { createClock } from './clock.ts'
import { createFaults } from './faults.ts'
import { createLedger } from './ledger.ts'
import type { Plan } from './limits.ts'
import { createLimits } from './limits.ts'
import { createTokenDesk } from './oauth/tokens.ts'
import type { Exchange } from './recorder.ts'
import { createRecorder } from './recorder.ts'
import type { Size } from './seed/context.ts'
import { seedStore } from './seed/index.ts'
import { kinds, restoreSnapshot } from './snapshot.ts'
import { createWebhookDesk } from './webhooks/desk.ts'
import { createSender } from './webhooks/send.ts'
import type { Changed, World } from './world.ts'

/** How long, in real time, an advancing clock waits for a receiver before it moves on. */
const patience = 250

interface Settings {
  readonly seed: number
  readonly size: Size
  readonly plan: Plan
  readonly snapshot: unknown
  readonly onExchange: ((exchange: Exchange) => void) | undefined
  readonly onChange: (kind: Changed) => void
}

export const createWorld = ({ seed, size, plan, snapshot, onExchange, onChange }: Settings) => {
  const clock = createClock(() => world.webhooks.settle(patience))
  const sender = createSender()
  const faults = createFaults()
  const seeded = () => seedStore(seed, size, clock.now())
  const store = snapshot === undefined ? seeded() : restoreSnapshot(snapshot, seed, clock.now())
  const seats = store.users.all().filter(user => user.active).length
  const world: World = {
    origin: '',
    store,
    clock,
    faults,
    tokens: createTokenDesk(clock),
    limits: createLimits(clock, plan, seats),
    ledger: createLedger(),
    recorder: createRecorder(onExchange),
    onChange,
    webhooks: createWebhookDesk({
      clock,
      sender,
      faults,
      store: () => world.store,
      host: () => new URL(world.origin).host,
    }),
    reset: () => {
      world.store = seeded()
      world.webhooks.clear()
      world.limits.clear()
      world.ledger.clear()
      faults.clear()
      world.tokens.rotate(false)
      for (const kind of [...kinds, 'other' as const]) onChange(kind)
    },
  }
  const close = () => {
    clock.stop()
    sender.close()
  }
  return { world, close }
}
