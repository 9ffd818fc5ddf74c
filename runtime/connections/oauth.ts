import * as oauth from 'oauth4webapi'
import { ComponentError, type Connection } from '../../definitions/index.ts'
import { basicForms } from '../conceal.ts'
import { withOAuthErrors } from './oauthErrors.ts'
import { fetchOnce } from '../fetch.ts'
import { normalizeReply } from './normalizeReply.ts'
import { type Tokens, isLoopback, trustedOrigin } from '../index.ts'

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
export interface OAuthApp {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** Origin of the authorization server: the API's own, or that of a sandbox. */
  readonly server?: string
}

export interface TokenReply extends Tokens {
  readonly refreshToken: string
  /** Milliseconds from now. */
  readonly expiresIn: number
  readonly scopes: readonly string[]
}

const endpoint = (
  connection: Connection,
  app: OAuthApp,
  name: 'authorizationUrl' | 'tokenUrl' | 'refreshUrl' | 'revokeUrl',
): string => {
  const [authorization] = connection.authorizations
  if (!authorization) throw new TypeError('the component has no authorization')
  const url = new URL(authorization[name])
  return app.server ? new URL(url.pathname, app.server).href : url.href
}

/** Where to send the person. `state` comes back with the code. */
export const authorizationUrl = (connection: Connection, app: OAuthApp, state: string): string => {
  const url = new URL(endpoint(connection, app, 'authorizationUrl'))
  url.searchParams.set('client_id', app.clientId)
  url.searchParams.set('redirect_uri', app.redirectUri)
  url.searchParams.set('state', state)
  return url.href
}

const server = (connection: Connection, app: OAuthApp): oauth.AuthorizationServer => ({
  issuer: new URL(endpoint(connection, app, 'tokenUrl')).origin,
  token_endpoint: endpoint(connection, app, 'tokenUrl'),
  revocation_endpoint: endpoint(connection, app, 'revokeUrl'),
})

const client = ({ clientId }: OAuthApp): oauth.Client => ({ client_id: clientId })

const request = (app: OAuthApp) => ({
  [oauth.customFetch]: fetchOnce,
  [oauth.allowInsecureRequests]: isLoopback(app.server ?? ''),
  signal: AbortSignal.timeout(refreshTimeoutMs),
})

/** Milliseconds that the authorization server has for an answer. */
export const refreshTimeoutMs = 15_000

/** Exchanges the code that came back to `redirectUri`. Throws where the person has denied. */
export const exchangeCode = async (
  connection: Connection,
  app: OAuthApp,
  callback: URL,
  state: string,
): Promise<TokenReply> => {
  const secrets = [...appSecrets(app), ...callback.searchParams.getAll('code')]
  return withOAuthErrors(secrets, async () => {
    const params = oauth.validateAuthResponse(server(connection, app), client(app), callback, state)
    const response = await oauth.authorizationCodeGrantRequest(
      server(connection, app),
      client(app),
      oauth.ClientSecretBasic(app.clientSecret),
      params,
      app.redirectUri,
      oauth.nopkce,
      request(app),
    )
    return readReply(
      connection,
      app,
      await oauth.processAuthorizationCodeResponse(
        server(connection, app),
        client(app),
        await normalizeReply(response, secrets),
      ),
    )
  })
}

export const refreshTokens = async (
  connection: Connection,
  app: OAuthApp,
  refreshToken: string,
  known: Partial<TokenReply> = {},
): Promise<TokenReply> => {
  const secrets = [...appSecrets(app), refreshToken, ...(known.secrets ?? [])]
  return withOAuthErrors(secrets, async () => {
    const response = await oauth.refreshTokenGrantRequest(
      server(connection, app),
      client(app),
      oauth.ClientSecretBasic(app.clientSecret),
      refreshToken,
      request(app),
    )
    return readReply(
      connection,
      app,
      await oauth.processRefreshTokenResponse(
        server(connection, app),
        client(app),
        await normalizeReply(response, secrets),
      ),
      { ...known, refreshToken },
    )
  })
}

/** Revoking the refresh token uninstalls the app for the user. `more` are secrets not to be shown. */
export const revokeToken = async (
  connection: Connection,
  app: OAuthApp,
  token: string,
  more: readonly string[] = [],
): Promise<void> => {
  const secrets = [...appSecrets(app), token, ...more]
  return withOAuthErrors(secrets, async () => {
    const response = await oauth.revocationRequest(
      server(connection, app),
      client(app),
      oauth.ClientSecretBasic(app.clientSecret),
      token,
      request(app),
    )
    await oauth.processRevocationResponse(
      response.ok ? response : await normalizeReply(response, secrets),
    )
  })
}

/**
 * A reply that sends the token elsewhere is worth nothing: not one of its tokens is used. What a
 * reply to a refresh leaves out stays as it was: https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export const readReply = (
  connection: Connection,
  app: OAuthApp,
  tokens: oauth.TokenEndpointResponse,
  known: Partial<TokenReply> = {},
): TokenReply => {
  const { access_token, expires_in = 3600, scope } = tokens
  const { refresh_token = known.refreshToken, api_domain = known.apiDomain } = tokens
  if (typeof api_domain !== 'string' || refresh_token === undefined)
    throw new ComponentError('The token reply lacks api_domain or refresh_token', {
      recovery: 'report',
    })
  if (!/^[\x21-\x7e]+$/.test(access_token))
    throw new ComponentError('The token reply has an access token that no request can carry', {
      recovery: 'report',
      hint: 'Letters of ASCII without spaces are expected; look at what answers in place of the token endpoint.',
    })
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    apiDomain: trustedOrigin(api_domain, connection, isLoopback(app.server ?? '')),
    expiresIn: expires_in * 1000,
    secrets: [refresh_token, ...(known.secrets ?? []), ...appSecrets(app)],
    scopes: scope === undefined ? (known.scopes ?? []) : scope.split(/[,\s]+/).filter(Boolean),
  }
}

/** What a token endpoint is told of the app, in all the ways in which it may come back. */
export const appSecrets = ({ clientId, clientSecret }: OAuthApp): readonly string[] => [
  clientSecret,
  ...basicForms(clientId, clientSecret),
]
