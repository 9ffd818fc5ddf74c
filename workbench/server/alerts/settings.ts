import { InputError, integer, object, read, string } from '../../../definitions/index.ts'
import { isLoopback } from '../../../runtime/index.ts'
import { keepSetting, settingNamed, type Store } from '../../../runtime/store/index.ts'

export interface Settings {
  readonly webhookUrl?: string
  readonly minutes: number
}

const usual: Settings = { minutes: 15 }
const maxMinutes = 24 * 60

const Stored = object({
  properties: { webhookUrl: string(), minutes: integer({ required: true }) },
})

export const readSettings = async (store: Store): Promise<Settings> => {
  const stored = await settingNamed(store, 'alerts')
  if (stored === undefined) return usual
  const { webhookUrl, minutes } = read(Stored, stored)
  return { minutes, ...(webhookUrl !== undefined && webhookUrl !== null && { webhookUrl }) }
}

export const keepSettings = (store: Store, settings: Settings): Promise<void> =>
  keepSetting(store, 'alerts', settings)

/** What alerts are sent with tells of records, so it goes over HTTPS, or stays on this machine. */
export const checkedUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(text))
  if (!url || !isSafe)
    throw new InputError('webhookUrl', 'must be an https address, or one on this machine')
  if (url.username !== '' || url.password !== '')
    throw new InputError(
      'webhookUrl',
      'must not hold a user name or password',
      'Use an address with a token in its path, as chat services give out.',
    )
  return url.href
}

export const checkedMinutes = (minutes: number): number => {
  if (minutes >= 1 && minutes <= maxMinutes) return minutes
  throw new InputError('minutes', `must be from 1 to ${maxMinutes}`)
}
