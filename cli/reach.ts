import { InputError } from '../definitions/index.ts'
import { isLoopback } from '../runtime/index.ts'

/** Only a sandbox on this machine can deliver to it. */
export const requirePublicUrl = (origin: string, publicUrl: string | undefined): void => {
  if (publicUrl !== undefined || isLoopback(origin)) return
  throw new InputError(
    '--public-url',
    'Pipedrive can’t reach this machine by itself',
    'Give the https address of a tunnel or proxy, and with --port where it leads to.',
  )
}
