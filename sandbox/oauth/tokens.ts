import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { minute, oneDay } from '../time.ts'

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
const accessLifeMs = 3599 * 1000
const codeLifeMs = 5 * minute
const refreshLifeMs = 60 * oneDay

export interface Grant {
  readonly userId: number
  readonly scopes: readonly string[]
}
interface Code extends Grant {
  readonly expires: number
}
interface Access extends Grant {
  readonly refresh: string
  expires: number
}
interface Refresh extends Grant {
  expires: number
}
export interface Tokens extends Grant {
  readonly access: string
  readonly refresh: string
}

const newAccess = () =>
  `v1u:${randomBytes(48).toString('base64')}:${randomBytes(96).toString('base64')}`
const newRefresh = (userId: number) => `${userId}:1:${randomBytes(20).toString('hex')}`

/** Codes and tokens by their text, and how long each lives. */
export const createTokenService = (clock: Clock) => {
  const codes = new Map<string, Code>()
  const accesses = new Map<string, Access>()
  const refreshes = new Map<string, Refresh>()
  let rotating = false

  const issue = ({ userId, scopes }: Grant, refresh: string): Tokens => {
    const access = newAccess()
    refreshes.set(refresh, { userId, scopes, expires: clock.now() + refreshLifeMs })
    accesses.set(access, { userId, scopes, refresh, expires: clock.now() + accessLifeMs })
    return { access, refresh, userId, scopes }
  }

  return {
    addCode: (grant: Grant) => {
      const code = randomBytes(20).toString('hex')
      codes.set(code, { ...grant, expires: clock.now() + codeLifeMs })
      return code
    },
    /** A code works once, whether or not it was still valid. */
    takeCode: (code: string): Grant | 'expired' | undefined => {
      const found = codes.get(code)
      codes.delete(code)
      return found && found.expires <= clock.now() ? 'expired' : found
    },
    issue: (grant: Grant) => issue(grant, newRefresh(grant.userId)),
    refresh: (token: string) => {
      const found = refreshes.get(token)
      if (!found || found.expires <= clock.now()) return undefined
      if (!rotating) return issue(found, token)
      refreshes.delete(token)
      return issue(found, newRefresh(found.userId))
    },
    check: (token: string): Grant | undefined => {
      const found = accesses.get(token)
      return found && found.expires > clock.now() ? found : undefined
    },
    /** A refresh token takes its access tokens with it. */
    revoke: (token: string) => {
      accesses.delete(token)
      if (!refreshes.delete(token)) return
      for (const [access, { refresh }] of accesses) if (refresh === token) accesses.delete(access)
    },
    expireAll: () => {
      for (const access of accesses.values()) access.expires = 0
    },
    revokeAll: () => {
      accesses.clear()
      refreshes.clear()
    },
    rotate: (on: boolean) => void (rotating = on),
  }
}
export type TokenService = ReturnType<typeof createTokenService>
