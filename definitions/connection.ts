import type { Exchange } from './exchange.ts'
import type { Properties } from './property.ts'

/** What the token endpoint has returned; names are OAuth's and the API's own. */
export type ConnectionParameters = Readonly<Record<string, unknown>>

/** https://datatracker.ietf.org/doc/html/rfc6749#section-4.1 */
export interface Authorization {
  readonly name: 'oauth2_authorization_code'
  readonly type: 'OAUTH2_AUTHORIZATION_CODE'
  readonly title: string
  readonly properties: Properties
  readonly authorizationUrl: string
  readonly tokenUrl: string
  readonly refreshUrl: string
  readonly revokeUrl: string
  readonly scopes: readonly string[]
  /** Statuses that mean that the access token is to be refreshed. */
  readonly refreshOn: readonly number[]
}

/** Whose account a connection leads to. Names and addresses may change, the identity may not. */
export interface ConnectedAccount {
  /** The name to show for the connection. */
  readonly label: string
  /** The same for every connection of this user to this account, whatever it is called. */
  readonly identity: string
}

export interface Connection {
  readonly version: number
  readonly authorizations: readonly Authorization[]
  /** The origin of the account's API. */
  baseUri(parameters: ConnectionParameters): string
  /** Hosts that may be sent the token, as suffixes of a host name. */
  readonly allowedHosts: readonly string[]
  /** An address as `baseUri` returns it, to show in messages. */
  readonly exampleUri: string
  test(): Exchange<ConnectedAccount>
  /** Needed scopes that were not granted. */
  missingScopes(granted: readonly string[]): readonly string[]
}

export const connection = (definition: Connection): Connection => definition
