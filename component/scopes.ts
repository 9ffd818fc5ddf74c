import type { HttpRequest } from '../definitions/index.ts'

/** https://pipedrive.readme.io/docs/marketplace-scopes-and-permissions-explanations */
const families: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v\d\/(deals|stages|pipelines|filters)\b/, 'deals'],
  [/^\/api\/v\d\/(persons|organizations)\b/, 'contacts'],
  [/^\/api\/v\d\/(leads|leadLabels)\b/, 'leads'],
  [/^\/api\/v\d\/(activities|activityTypes)\b/, 'activities'],
  [/^\/api\/v\d\/webhooks\b/, 'webhooks'],
]

/** The smallest scope that an app needs for a request. */
export const scopeFor = ({ method, path }: HttpRequest): string => {
  if (path.startsWith('/api/v1/users') && path !== '/api/v1/users/me') return 'users:read'
  const family = families.find(([pattern]) => pattern.test(path))?.[1]
  if (!family) return 'base'
  return family === 'webhooks' || method !== 'GET' ? `${family}:full` : `${family}:read`
}

/** `deals:full` includes `deals:read`, and `admin` what the API once asked of it for webhooks. */
export const missingScopes = (
  needed: readonly string[],
  granted: readonly string[],
): readonly string[] =>
  needed.filter(
    scope =>
      !granted.includes(scope) &&
      !granted.includes(scope.replace(':read', ':full')) &&
      !(scope === 'webhooks:full' && granted.includes('admin')),
  )
