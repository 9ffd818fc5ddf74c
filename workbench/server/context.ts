import type { Receiver } from '../../runtime/webhooks/index.ts'
import type { Store } from '../../runtime/store/index.ts'
import type { Alerts } from './alerts/alerts.ts'
import type { Clients } from './connections/clients.ts'
import type { EventBus } from './events.ts'
import type { Activation } from './runs/activation.ts'
import type { EmbeddedSandbox } from './sandbox/embeddedSandbox.ts'
import type { Tasks } from './tasks.ts'

/** What the routes work with. */
export interface Context {
  readonly store: Store
  readonly sandbox: EmbeddedSandbox
  readonly clients: Clients
  readonly events: EventBus
  /** Where deliveries arrive. */
  readonly receiver: Receiver
  readonly activation: Activation
  readonly tasks: Tasks
  readonly alerts: Alerts
  /** What the user has to know of how the workbench has started. */
  readonly notices: readonly string[]
}
