import type { Receiver } from '../../runtime/webhooks/index.ts'
import type { Store } from '../../runtime/store/index.ts'
import type { Alerts } from './alerts/alerts.ts'
import type { Clients } from './connections/clients.ts'
import type { Live } from './live.ts'
import type { Switches } from './runs/switches.ts'
import type { OwnSandbox } from './sandbox/own.ts'
import type { Tasks } from './tasks.ts'

/** What the routes work with. */
export interface Context {
  readonly store: Store
  readonly sandbox: OwnSandbox
  readonly clients: Clients
  readonly live: Live
  /** Where deliveries arrive. */
  readonly receiver: Receiver
  readonly switches: Switches
  readonly tasks: Tasks
  readonly alerts: Alerts
  /** What the user has to know of how the workbench has started. */
  readonly notices: readonly string[]
}
