export {
  authorizationUrl,
  exchangeCode,
  refreshTimeoutMs,
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
export { connectWithCode, type AuthorizationCallback } from './connect.ts'
export {
  connectionNamed,
  connectionWithId,
  listConnections,
  decryptSecrets,
  removeConnection,
  renameConnection,
  requireName,
  saveConnection,
  encryptSecrets,
  secretsOf,
  setPlan,
  type Connection,
  type Secrets,
  type StoredTokens,
} from './connections.ts'
export { testConnection } from './identity.ts'
export { openConnection } from './openConnection.ts'
export { currentTokens, refreshStoredTokens } from './tokens.ts'
export { addUsage, usageOf, type DayOfUsage } from './usage.ts'
