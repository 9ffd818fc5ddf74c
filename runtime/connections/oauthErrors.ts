import * as oauth from 'oauth4webapi'
import { ComponentError, NotSentError } from '../../definitions/index.ts'
import { concealing } from '../conceal.ts'

/** The library's errors carry whole replies; only what may be shown is passed on. */
export const withOAuthErrors = async <T>(
  secrets: readonly string[],
  work: () => Promise<T>,
): Promise<T> => {
  const conceal = concealing(secrets)
  const said = (error: unknown) => conceal(messageOf(error))
  try {
    return await work()
  } catch (error) {
    if (error instanceof ComponentError && !(error instanceof NotSentError)) throw error
    if (error instanceof oauth.AuthorizationResponseError)
      throw new ComponentError(`Access was not granted${reasonOf(conceal(error.error))}`, {
        recovery: 'reconnect',
        hint: 'Connect again and choose “Allow and install”.',
      })
    const status = statusOf(error)
    if (status === 400 || status === 401)
      throw new ComponentError(`The token endpoint answered ${status}: ${said(error)}`, {
        recovery: 'reconnect',
        hint: 'Check the client id and secret, and connect again.',
      })
    throw new ComponentError(
      `The token endpoint ${status ? `answered ${status}` : `can’t be used: ${said(error)}`}`,
      { recovery: 'retry', hint: hintOf(error) ?? 'Try again later.' },
    )
  }
}

const hintOf = (error: unknown) => (error instanceof NotSentError ? error.hint : undefined)

/** That the user has said no needs no code; anything else is named. */
const reasonOf = (code: string): string =>
  code === 'access_denied' || code === 'user_denied' ? '' : `: ${code}`

/** The status of a refusal, in OAuth's shape of errors or in another. */
const statusOf = (error: unknown): number | undefined => {
  if (error instanceof oauth.ResponseBodyError) return error.status
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Response && !cause.ok ? cause.status : undefined
}

const messageOf = (error: unknown): string => {
  if (error instanceof oauth.ResponseBodyError) return error.error_description ?? error.error
  return error instanceof Error ? error.message : 'unknown'
}
