import type { Exchange } from './exchange.ts'
import type { Properties } from './property.ts'

/** What the token endpoint has given; names are OAuth's. */
export interface ConnectionParameters {
  readonly access_token: string
  /** The origin of the account's API, from the token reply. */
  readonly api_domain: string
}

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

export interface Connection {
  readonly version: number
  readonly authorizations: readonly Authorization[]
  baseUri(parameters: ConnectionParameters): string
  /** Hosts that may be sent the token, as suffixes of a host name. */
  readonly allowedHosts: readonly string[]
  /** Ends with the name to show for the connection. */
  test(): Exchange<string>
}

export const connection = (definition: Connection): Connection => definition
