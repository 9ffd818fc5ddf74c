export {
  authorizationUrl,
  exchangeCode,
  refreshTimeout,
  refreshTokens,
  revokeToken,
  type OAuthApp,
  type TokenReply,
} from './oauth.ts'
export {
  defaultCallback,
  openCallback,
  type Callback,
  type CallbackOptions,
} from './callbackServer.ts'
export { connectAuthorized, type Authorized } from './connect.ts'
export {
  connectionNamed,
  connectionWithId,
  listConnections,
  opened,
  removeConnection,
  renameConnection,
  saveConnection,
  sealed,
  secretsOf,
  setPlan,
  type Connection,
  type Secrets,
  type StoredTokens,
} from './connections.ts'
export { testConnection } from './identity.ts'
export { openConnection } from './openConnection.ts'
export { currentTokens, renewTokens } from './tokens.ts'
export { addUsage, usageOf, type DayOfUsage } from './usage.ts'
