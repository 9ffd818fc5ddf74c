import type { Store } from '../../runtime/store/index.ts'
import type { Clients } from './connections/clients.ts'
import type { Live } from './live.ts'
import type { OwnSandbox } from './sandbox/own.ts'

/** What the routes work with. */
export interface Context {
  readonly store: Store
  readonly sandbox: OwnSandbox
  readonly clients: Clients
  readonly live: Live
}
