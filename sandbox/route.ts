import type { Problem } from './errors.ts'
import type { Query, QuerySpec } from './query.ts'
import { parseQuery } from './query.ts'
import type { Schema } from './schema.ts'
import type { Caller, Account } from './account.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
export type Params = Readonly<Record<string, string>>

export interface Call<Q extends QuerySpec, B> {
  readonly account: Account
  readonly caller: Caller
  readonly params: Params
  readonly query: Query<Q>
  readonly body: B
}

interface Definition<Q extends QuerySpec, B> {
  readonly method: Method
  /** As in the specification, with `{id}` for a parameter. */
  readonly path: string
  /** The specification's `x-token-cost`. */
  readonly tokens: number
  /** Any one of these will do; `base` is always granted. */
  readonly scopes: readonly string[]
  readonly query?: Q
  readonly body?: Schema<B>
  readonly status?: number
  /** Searches have a window of their own. */
  readonly search?: true
  /** How a body that breaks its schema is refused, if not in the general shape. */
  readonly refuse?: (field: string, message: string) => Problem
  handle(call: Call<Q, B>): object | Promise<object>
}

export interface Route {
  readonly version: 'v1' | 'v2'
  readonly method: Method
  readonly path: string
  readonly tokens: number
  readonly scopes: readonly string[]
  readonly body?: object
  readonly status: number
  readonly search: boolean
  readonly refuse?: (field: string, message: string) => Problem
  run(account: Account, caller: Caller, request: RawRequest): object | Promise<object>
}

interface RawRequest {
  readonly params: Params
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

const define =
  (version: 'v1' | 'v2') =>
  <Q extends QuerySpec = Record<never, never>, B = undefined>(
    definition: Definition<Q, B>,
  ): Route => ({
    version,
    method: definition.method,
    path: definition.path,
    tokens: definition.tokens,
    scopes: definition.scopes,
    status: definition.status ?? 200,
    search: definition.search ?? false,
    ...(definition.body && { body: definition.body.json }),
    ...(definition.refuse && { refuse: definition.refuse }),
    run: (account, caller, { params, query, body }) =>
      definition.handle({
        account,
        caller,
        params,
        // The two doors through which checked input gets its type.
        query: parseQuery(definition.query ?? {}, query) as Query<Q>,
        body: body as B,
      }),
  })

export const v1 = define('v1')
export const v2 = define('v2')
