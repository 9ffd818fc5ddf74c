import { ComponentError, type Connection } from '../definitions/index.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const isLoopback = (origin: string): boolean =>
  URL.canParse(origin) && loopback.has(new URL(origin).hostname)

/**
 * The origin of an account's API, if a token may be sent there: the component's own hosts over
 * HTTPS, and the sandbox on this machine where a connection was made for it.
 */
export const trustedOrigin = (
  url: string,
  { allowedHosts, exampleUri }: Pick<Connection, 'allowedHosts' | 'exampleUri'>,
  allowLoopback: boolean,
): string => {
  if (URL.canParse(url)) {
    const { protocol, hostname, origin } = new URL(url)
    const own = allowedHosts.some(host => hostname === host || hostname.endsWith(`.${host}`))
    if (own && protocol === 'https:') return origin
    if (allowLoopback && loopback.has(hostname) && /^https?:$/.test(protocol)) return origin
  }
  throw new ComponentError(
    `"${url}" is not an address of ${allowedHosts.join(', ')}: no token is sent there`,
    {
      recovery: 'report',
      hint: `An account’s address looks like ${exampleUri}.`,
    },
  )
}
