import type { RecordPage } from '../../definitions/index.ts'
import type { Problem } from './problem.ts'

/** GET /api/session */
export interface Session {
  readonly csrf: string
  readonly version: string
  /** Of the embedded sandbox. */
  readonly sandboxUrl: string
  /** Where events arrive on this machine: what a tunnel, given as `publicUrl`, has to lead to. */
  readonly inbox: string
  /** What the user has to know of how the workbench has started. */
  readonly notices: readonly string[]
  /** The callback that the app in Pipedrive's Developer Hub has to name, and the scopes it needs. */
  readonly callback: string
  readonly scopes: readonly string[]
  /** Of the component, by the name of an operation. */
  readonly recordPages: Readonly<Record<string, RecordPage>>
}

/**
 * GET /api/connections · PATCH /api/connections/:id { name } → ConnectionView
 * DELETE /api/connections/:id turns off the workflows that use it, revokes the tokens and forgets
 * the connection. Where they can't be
 * revoked it says so and keeps it; with ?forget=true it forgets the connection all the same.
 */
export interface ConnectionView {
  readonly id: string
  readonly name: string
  /** "Ada Lovelace · Acme" */
  readonly account: string
  readonly apiDomain: string
  readonly state: 'ready' | 'reconnect'
  /** It leads to the embedded sandbox. */
  readonly sandbox: boolean
  readonly missingScopes: readonly string[]
  /** Of the account, once it has been chosen: PUT /api/connections/:id/plan { plan, seats } */
  readonly plan: PlanView | null
  /** Newest first; days in UTC. */
  readonly usage: readonly {
    readonly day: string
    readonly calls: number
    readonly tokenCost: number
  }[]
}

export interface PlanView {
  readonly name: string
  readonly title: string
  readonly seats: number
  readonly tokensPerDay: number
}

/** POST /api/connections/:id/test */
export interface ConnectionTest {
  readonly account: string
  readonly missingScopes: readonly string[]
}

/**
 * POST /api/connections/sandbox → ConnectionView
 * POST /api/connections/oauth → OAuthAttempt; POST /api/connections/:id/reconnect → OAuthAttempt
 */
export interface NewConnection {
  readonly name: string
  readonly clientId: string
  readonly clientSecret: string
  /** `http://127.0.0.1:47813/callback` when absent. */
  readonly callback?: string
  /** Origin of another authorization server on this machine, such as a sandbox's. */
  readonly server?: string
}

/**
 * GET /api/connections/oauth/:id · DELETE gives up. The browser opens `authorizationUrl` and comes
 * back to /connections?attempt=ID, whether access was granted or not. There is one at a time: a new
 * one ends the one before.
 */
export interface OAuthAttempt {
  readonly id: string
  readonly authorizationUrl: string
  readonly state: 'waiting' | 'connected' | 'failed'
  readonly connection?: ConnectionView
  readonly error?: Problem
}
