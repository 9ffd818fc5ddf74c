import { InputError, NotSentError } from '../definitions/index.ts'
import { isConnectError } from './pool.ts'
import { proxiesOf } from './proxy.ts'

/** Says of a request that has certainly not left that it has not, and why. */
export const toSendError = (error: unknown, origin: string): unknown => {
  if (isConnectError(error)) return notSent(error, origin)
  if (invalidRequestCodes.has(codeOf(error)))
    return new InputError('', `the request can’t be sent: ${firstLineOf(error)}`)
  return error
}

const notSent = (error: unknown, origin: string): NotSentError => {
  const code = codeOf(error)
  const why = firstLineOf(error)
  if (/CERT|UNABLE_TO_(GET|VERIFY)/.test(code))
    return new NotSentError(
      `the certificate of ${origin} is not accepted: ${why}`,
      error,
      'Nothing was sent. Where a proxy of your company reads the traffic, name its certificate in NODE_EXTRA_CA_CERTS.',
    )
  if (code === 'EPROTO' || /SSL|TLS/.test(code))
    return new NotSentError(
      `no secure connection to ${origin}: ${why}`,
      error,
      'Nothing was sent. Something between this machine and the server does not speak TLS as it should.',
    )
  return new NotSentError(
    `no connection to ${origin}: ${why}`,
    error,
    isProxied() ? 'Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY, and the network.' : undefined,
  )
}

const isProxied = () => proxiesOf(process.env) !== undefined

const codeOf = (error: unknown) => String(Reflect.get(Object(error), 'code'))

/** Some errors go on with a drawing, and some have no message at all. */
export const firstLineOf = (error: unknown): string =>
  String(Reflect.get(Object(error), 'message'))
    .split('\n', 1)
    .join() || codeOf(error)

/** What undici says before it takes a request. */
const invalidRequestCodes = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED'])
