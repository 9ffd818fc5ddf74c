import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Plan } from './limits.ts'
import { allScopes } from './oauth/client.ts'
import type { Exchange } from './recorder.ts'
import { nothing, scaled, standard, usualDealFields } from './seed/index.ts'
import { createServer } from './server.ts'
import { takeSnapshot } from './snapshot.ts'
import { createAccount } from './createAccount.ts'
import type { Changed } from './account.ts'

export type { Exchange } from './recorder.ts'
export type { Kind } from './records.ts'
export type { Changed } from './account.ts'
export { SnapshotError } from './snapshot.ts'

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly seed?: number
  /** Number of deals; the other records follow in proportion. */
  readonly scale?: number
  /** The number of custom fields of deals; 16 when absent, and never less. */
  readonly dealFields?: number
  /** Of the one app; a random one when absent. */
  readonly clientId?: string
  readonly redirectUri?: string
  /** Whose limits apply; none when `off`. */
  readonly plan?: Plan
  /** What `snapshot` once gave: the account goes on from there. Throws a `SnapshotError`. */
  readonly snapshot?: unknown
  /** How long after a change a record is found by searches, as Pipedrive's index lags; 0 when absent. */
  readonly searchLagMs?: number
  /** An account with users, pipelines and settings but without records. */
  readonly empty?: boolean
  /** What the app may do; everything it needs when absent. */
  readonly scopes?: readonly string[]
  /** False removes the controls under `/_sandbox/`; true when absent. */
  readonly controls?: boolean
  /** Is told of every call and its answer. */
  readonly onExchange?: (exchange: Exchange) => void
  /** Receives the kind of each record that changes, or `other` for settings, notes and the like. */
  readonly onChange?: (kind: Changed) => void
}

export interface Sandbox {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly accessToken: string
  readonly refreshToken: string
  /** All records as JSON, for the next start. Tokens and webhooks are not in it. */
  snapshot(): object
  /** Brings back the records of the first start; tokens and webhooks stay. */
  reset(): void
  close(): Promise<void>
}

const sizeOf = ({ empty, scale, dealFields = 0 }: SandboxOptions) => {
  const size = empty ? nothing : scale === undefined ? standard : scaled(scale)
  return { ...size, moreDealFields: Math.max(0, dealFields - usualDealFields) }
}

/** Starts an embedded Pipedrive that only this machine can reach. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const client = {
    id: options.clientId ?? randomBytes(8).toString('hex'),
    secret: randomBytes(20).toString('hex'),
    redirectUri: options.redirectUri ?? 'http://127.0.0.1:47813/callback',
    scopes: options.scopes ?? allScopes,
  }
  const { account, close } = createAccount({
    seed: options.seed ?? 1,
    size: sizeOf(options),
    plan: options.plan ?? 'off',
    snapshot: options.snapshot,
    searchLagMs: options.searchLagMs ?? 0,
    onExchange: options.onExchange,
    onChange: options.onChange ?? (() => {}),
  })
  const server = await createServer(account, client, options.controls ?? true)
  await server.listen({ port: options.port ?? 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  account.origin = new URL(`http://127.0.0.1:${port}`).origin
  const userId = account.store.users.all()[0]?.id ?? 0
  const { access, refresh } = account.tokens.issue({ userId, scopes: client.scopes })
  return {
    url: account.origin,
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri: client.redirectUri,
    accessToken: access,
    refreshToken: refresh,
    snapshot: () => takeSnapshot(account.store),
    reset: () => account.resetRecords(),
    close: async () => {
      close()
      await server.close()
    },
  }
}
