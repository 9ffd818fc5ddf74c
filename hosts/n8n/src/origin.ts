import { ComponentError, isRecord, member, type Connection } from '../../../definitions/index.ts'

/** Where a credential's token may go: to Pipedrive, or to the server that has given it. */
export const originOf = (
  { allowedHosts, baseUri }: Pick<Connection, 'allowedHosts' | 'baseUri'>,
  credential: Readonly<Record<string, unknown>>,
): string => {
  const stored = credential['oauthTokenData']
  const data: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored
  if (!isRecord(data) || typeof member(data, 'api_domain') !== 'string')
    throw new ComponentError('The credential is not connected to an account', {
      recovery: 'reconnect',
      hint: 'Open the credential and connect it.',
    })
  const domain = baseUri(data)
  const { protocol, hostname, origin } = addressOf(domain)
  const isOwn = allowedHosts.some(host => hostname === host || hostname.endsWith(`.${host}`))
  if (isOwn && protocol === 'https:') return origin
  if (addressOf(String(credential['accessTokenUrl'])).origin === origin) return origin
  throw refused(domain)
}

const addressOf = (text: string) => {
  try {
    return new URL(text)
  } catch {
    throw refused(text)
  }
}

const refused = (address: string) =>
  new ComponentError(`"${address}" is not an address of Pipedrive: no token is sent there`, {
    recovery: 'report',
    hint: 'Connect the credential again; if that does not help, report it.',
  })
