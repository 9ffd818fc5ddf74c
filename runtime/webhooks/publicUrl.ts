import { InputError } from '../../definitions/index.ts'
import { isLoopback } from '../index.ts'

/** Where a path of the receiver is reached: below the path of the public address, if it has one. */
export const addressOf = (path: string, origin: string, publicUrl: string = origin): string => {
  const { origin: reached, pathname } = new URL(publicUrl)
  return reached + pathname.replace(/\/+$/, '') + path
}

/** Only a sandbox on this machine can deliver to it without a public address. `name` is the field's. */
export const requirePublicUrl = (
  origin: string,
  publicUrl: string | undefined,
  name: string,
): void => {
  const hint = 'Give the https address of a tunnel or proxy, and the port that it leads to.'
  if (publicUrl === undefined) {
    if (isLoopback(origin)) return
    throw new InputError(name, 'is required: the account can’t reach this machine by itself', hint)
  }
  if (URL.canParse(publicUrl)) {
    const { search, hash, username, password } = new URL(publicUrl)
    const extra =
      (search && 'a query') || (hash && 'a fragment') || ((username || password) && 'a user')
    if (extra)
      throw new InputError(
        name,
        `has ${extra}, which deliveries would lose`,
        'Give an address without; a path is kept.',
      )
  }
  const isHttps = URL.canParse(publicUrl) && new URL(publicUrl).protocol === 'https:'
  if (!isHttps && !isLoopback(publicUrl))
    throw new InputError(name, `${publicUrl} is not an https address`, hint)
}
