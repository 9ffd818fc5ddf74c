import type { HttpRequest } from '../definitions/index.ts'
import { operationOf } from './operations.ts'

/** What to do where the app lacks a scope; one is named only where the specification does. */
export const scopeHint = (request: Pick<HttpRequest, 'method' | 'path'>): string => {
  const scope = operationOf(request)?.scope
  if (scope === 'admin' && request.path.includes('/webhooks')) return tick('webhooks:full')
  if (scope !== undefined) return tick(scope)
  return `Look which scope ${request.method} ${request.path} needs at https://developers.pipedrive.com/docs/api/v1, tick it in the Developer Hub and connect again.`
}

const tick = (scope: string) => `Tick the scope ${scope} in the Developer Hub and connect again.`

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
