import { ApiError, type Exchange } from '../definitions/index.ts'

/** A record that has been deleted in the meantime is null. */
export const nullIfNotFound = <T>(exchange: Exchange<T>) => nullIf(isGone, exchange)

/** So is one that the connected user may not see; that the app lacks a scope stays an error. */
export const nullIfHidden = <T>(exchange: Exchange<T>) =>
  nullIf(error => isGone(error) || (error.status === 403 && error.recovery === 'report'), exchange)

const isGone = ({ status }: ApiError) => status === 404 || status === 410

function* nullIf<T>(
  isExpected: (error: ApiError) => boolean,
  exchange: Exchange<T>,
): Exchange<T | null> {
  try {
    return yield* exchange
  } catch (error) {
    if (error instanceof ApiError && isExpected(error)) return null
    throw error
  }
}
