import { ComponentError, isRecord, type Connection } from '../../definitions/index.ts'
import { toPlain } from './toPlain.ts'

/** Where calls go, and the token they carry; without one, the platform authorizes them itself. */
export interface Account {
  readonly origin: string
  readonly accessToken?: string
}

/** Leads to the account of any token, as in Pipedrive’s own client. */
export const generalOrigin = 'https://api.pipedrive.com'

/** From the connection parameters, which hold what the token endpoint has returned. */
export const accountOf = (connectionParameters: unknown, connection: Connection): Account => {
  const parameters = toPlain(connectionParameters)
  if (!isRecord(parameters))
    throw new ComponentError('There is no connection', {
      recovery: 'reconnect',
      hint: 'Choose a connection to Pipedrive, or make one.',
    })
  const { access_token, accessToken = access_token } = parameters
  const isThere = accessToken !== undefined && accessToken !== null
  if (isThere && (typeof accessToken !== 'string' || !/^[\x21-\x7e]+$/.test(accessToken)))
    throw new ComponentError('The access token of the connection is no text that can be sent', {
      recovery: 'reconnect',
      hint: 'Connect to Pipedrive again.',
    })
  const { api_domain: domain = generalOrigin } = parameters
  const origin = trustedOrigin(typeof domain === 'string' ? domain : '', connection)
  return { origin, ...(typeof accessToken === 'string' && { accessToken }) }
}

const loopback = ['127.0.0.1', 'localhost']

/** There is no `URL` in the script engine. */
const trustedOrigin = (url: string, { allowedHosts, exampleUri }: Connection): string => {
  const [, protocol, host = '', port = ''] =
    /^(https?):\/\/([a-z0-9.-]+)(:\d{1,5})?\/?$/i.exec(url) ?? []
  const name = host.toLowerCase()
  const isOwn = allowedHosts.some(allowed => name === allowed || name.endsWith(`.${allowed}`))
  // A sandbox on the machine of the platform.
  if ((isOwn && protocol === 'https') || loopback.includes(name))
    return `${protocol}://${host}${port}`
  throw new ComponentError(
    `"${url}" is not an address of ${allowedHosts.join(', ')}: no token is sent there`,
    { recovery: 'reconnect', hint: `An account’s address looks like ${exampleUri}.` },
  )
}
