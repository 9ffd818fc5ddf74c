import { InputError } from '../../definitions/index.ts'
import { isLoopback } from '../index.ts'

/** Only a sandbox on this machine can deliver to it without a public address. `name` is the field's. */
export const requirePublicUrl = (
  origin: string,
  publicUrl: string | undefined,
  name: string,
): void => {
  const hint = 'Give the https address of a tunnel or proxy, and the port that it leads to.'
  if (publicUrl === undefined) {
    if (isLoopback(origin)) return
    throw new InputError(name, 'is required: Pipedrive can’t reach this machine by itself', hint)
  }
  const isHttps = URL.canParse(publicUrl) && new URL(publicUrl).protocol === 'https:'
  if (!isHttps && !isLoopback(publicUrl))
    throw new InputError(name, `${publicUrl} is not an https address`, hint)
}
