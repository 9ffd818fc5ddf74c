export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Scalar = string | number | boolean
/** `undefined` and `null` are left out of the URL; a list is sent as comma separated values. */
export type Query = Readonly<Record<string, Scalar | readonly Scalar[] | null | undefined>>

/** One HTTP call, described and not made. `path` stays a template; the host expands and encodes it. */
export interface HttpRequest {
  readonly method: Method
  readonly path: `/${string}`
  readonly params?: Readonly<Record<string, string | number>> | undefined
  readonly query?: Query | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Seconds for which the host may answer from its cache, keyed by connection and request. */
  readonly reuse?: number | undefined
  /** The answer is worth keeping for other processes of the host. */
  readonly shared?: boolean | undefined
  /** Only names what is there already: a host that keeps no answers may leave it out. */
  readonly optional?: boolean | undefined
  /** Passes the cache by, and renews it. */
  readonly fresh?: boolean | undefined
}

export interface HttpResponse {
  readonly status: number
  /** Names are lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON, or the text of anything else, or null. */
  readonly body: unknown
}

/** What became of a request: an answer of any status, or the reason why there was none. */
export type Outcome = { readonly response: HttpResponse } | { readonly error: unknown }

/**
 * A conversation with an API. It yields rounds of requests that may be made at once, is handed
 * their outcomes in the same order, and ends with a result. It does no I/O itself.
 */
export type Exchange<Result> = Generator<readonly HttpRequest[], Result, readonly Outcome[]>

type Placeholder<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

/** Makes `params` mandatory exactly when the path has placeholders. */
export type Params<Path extends string> = [Placeholder<Path>] extends [never]
  ? { readonly params?: never }
  : { readonly params: Readonly<Record<Placeholder<Path>, string | number>> }
