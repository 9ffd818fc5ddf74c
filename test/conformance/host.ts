import type { Recovery, WebhookRequest } from '../../definitions/index.ts'
import type { HostCapabilities } from '../../hosts/capabilities.ts'

/** An account of Pipedrive to connect to: a sandbox, or a server that plays a transcript. */
export interface Account {
  readonly url: string
  readonly accessToken: string
  /** Gets further access tokens at `url`/oauth/token. */
  readonly refreshToken: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

/** An error as the host shows it. */
export interface HostError {
  readonly recovery: Recovery
  /** All that a person or an agent reads, the hint included. */
  readonly message: string
  /** The path of the property concerned, such as `deal.value`. */
  readonly field?: string
}

/**
 * What a run ends with: the output of the action as it is declared, or, where a host takes the
 * envelope off, its records; or an error.
 */
export type HostResult =
  | {
      readonly output: unknown
      /** Of a host that leaves members out that are null. */
      readonly isWithoutNulls?: boolean
    }
  | { readonly records: readonly unknown[] }
  | { readonly error: HostError }

export interface RunOptions {
  readonly onUnknownOutcome?: 'fail' | 'find-existing'
  /** Milliseconds, for hosts that lack no `timeout`. */
  readonly timeout?: number
}

export interface ListQuery {
  /** The operation's input so far. */
  readonly input: unknown
  readonly search?: string
  readonly cursor?: string
  /** Asks for the label of this value alone. */
  readonly value?: unknown
}

export type ListResult =
  | {
      readonly options: readonly { readonly label: string; readonly value: unknown }[]
      readonly next?: string
    }
  | { readonly error: HostError }

/** What a host has done with a delivery. */
export interface Delivered {
  /** Of its answer: 200, 400 or 401. */
  readonly status: number
  /** What the trigger puts out; absent where the delivery was refused or not for this trigger. */
  readonly output?: unknown
}

export interface EnabledTrigger {
  /** Hands the host a delivery as it came in over HTTP. */
  deliver(request: WebhookRequest): Promise<Delivered>
  disable(): Promise<void>
}

/** The host with one connection: its limits, cache and token are of nothing else. */
export interface HostConnection {
  run(action: string, input: unknown, options?: RunOptions): Promise<HostResult>
  /** `path` is that of a property, such as `deal.stage_id`. */
  options(action: string, path: string, query: ListQuery): Promise<ListResult>
  /** The API is to deliver to `webhookUrl`. */
  enable(trigger: string, webhookUrl: string): Promise<EnabledTrigger>
  close(): Promise<void>
}

export interface StartedHost {
  connect(account: Account): Promise<HostConnection>
  stop(): Promise<void>
}

/** How the suite reaches a host. It starts once for all cases; each case has connections of its own. */
export interface ConformanceHost {
  readonly capabilities: HostCapabilities
  /** How many cases may run at the same time; one when absent. */
  readonly casesAtOnce?: number
  /** What the machine lacks for it, and how it comes by it; undefined where it has everything. */
  missing?(): string | undefined
  /** Gets what is missing, where that takes no more than the package manager. */
  install?(): Promise<void>
  start(): Promise<StartedHost>
}
