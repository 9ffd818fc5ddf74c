import { timingSafeEqual } from 'node:crypto'

/** The one app that is registered with the sandbox. */
export interface Client {
  readonly id: string
  readonly secret: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
}

/** Scopes that the sandbox knows; Pipedrive fixes scopes per app, not per request. */
export const allScopes = [
  'base',
  'deals:full',
  'contacts:full',
  'leads:full',
  'products:full',
  'activities:full',
  'users:read',
  'search:read',
  'recents:read',
  'mail:read',
  'webhooks:full',
  'admin',
] as const

const same = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

type Form = Readonly<Record<string, unknown>>

/** Basic authentication, or (discouraged) both values in the body. */
const credentials = (authorization: string | undefined, form: Form) => {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1]
  if (basic !== undefined) {
    const [id = '', ...rest] = Buffer.from(basic, 'base64').toString().split(':')
    return { id, secret: rest.join(':') }
  }
  const [id, secret] = [form['client_id'], form['client_secret']]
  return typeof id === 'string' && typeof secret === 'string' ? { id, secret } : undefined
}

export const authenticate = (client: Client, authorization: string | undefined, form: Form) => {
  const given = credentials(authorization, form)
  if (!given) return 'missing'
  return same(given.id, client.id) && same(given.secret, client.secret) ? 'right' : 'wrong'
}
