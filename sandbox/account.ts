import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Usage } from './usage.ts'
import type { Limits } from './limits.ts'
import type { TokenService } from './oauth/tokens.ts'
import type { Recorder } from './recorder.ts'
import type { Kind } from './records.ts'
import type { Store } from './store.ts'
import type { WebhookService } from './webhooks/webhooks.ts'

/** Kinds of changes: of a record, or of something else such as a stage, field or note. */
export type Changed = Kind | 'other'

/** One running sandbox: the account, its clock, and everything that watches over calls. */
export interface Account {
  /** Known once the server listens. */
  origin: string
  store: Store
  readonly clock: Clock
  readonly tokens: TokenService
  readonly webhooks: WebhookService
  readonly limits: Limits
  readonly usage: Usage
  readonly faults: Faults
  readonly recorder: Recorder
  /** How long after a change a record is found by searches. */
  readonly searchLagMs: number
  /** Receives the kind of each record that changes, or `other` for anything else. */
  onChange(kind: Changed): void
  /** Records and settings as they were at first; everything else stays. */
  resetRecords(): void
  /** Back to the data of the start; tokens, clock and origin stay. */
  reset(): void
}

/** On whose behalf a call is made. */
export interface Caller {
  readonly token: string
  readonly userId: number
  readonly scopes: readonly string[]
}
