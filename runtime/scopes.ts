import { pipedrive } from '../component/index.ts'

export const neededScopes: readonly string[] = pipedrive.connection.authorizations.flatMap(
  ({ scopes }) => scopes,
)

/** `deals:full` includes `deals:read`, and `admin` what the API once asked of it for webhooks. */
export const missingScopes = (granted: readonly string[]): readonly string[] =>
  neededScopes.filter(
    scope =>
      !granted.includes(scope) &&
      !granted.includes(scope.replace(':read', ':full')) &&
      !(scope === 'webhooks:full' && granted.includes('admin')),
  )
