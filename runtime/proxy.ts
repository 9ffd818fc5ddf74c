import { InputError } from '../definitions/index.ts'

/** The proxies that the environment names, as other programs read it: lower case comes first. */
export interface Proxies {
  readonly httpProxy: string
  readonly httpsProxy: string
}

/** Undefined where there is none. Throws an `InputError` where an address can't be used. */
export const proxiesOf = (
  env: Readonly<Record<string, string | undefined>>,
): Proxies | undefined => {
  const httpProxy = addressIn(env, 'HTTP_PROXY')
  const httpsProxy = addressIn(env, 'HTTPS_PROXY')
  return httpProxy || httpsProxy ? { httpProxy, httpsProxy } : undefined
}

/** Empty is none. An address may lack its scheme, as in `proxy.example:3128`. */
const addressIn = (
  env: Readonly<Record<string, string | undefined>>,
  name: 'HTTP_PROXY' | 'HTTPS_PROXY',
): string => {
  const given = (env[name.toLowerCase()] ?? env[name] ?? '').trim()
  if (given === '') return ''
  const address = given.includes('://') ? given : `http://${given}`
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address
  // It may hold a password.
  throw new InputError(
    name,
    'is not an http or https address',
    'Write http://host:port, or unset it.',
  )
}
