import { exactNumber, InputError, isExact, isRecord } from '../definitions/index.ts'

/** From what forms say of a record to what API v2 takes; members that are missing stay so. */

interface DealInput {
  readonly user_id?: number
  readonly value?: string
  readonly won_time?: string
  readonly lost_time?: string
  readonly close_time?: string | null
}

export const dealBody = <Deal extends DealInput>({
  user_id,
  value,
  won_time,
  lost_time,
  close_time,
  ...deal
}: Deal) => ({
  ...deal,
  value: value === undefined ? undefined : amount(value),
  owner_id: user_id,
  won_time: wholeSeconds(won_time),
  lost_time: wholeSeconds(lost_time),
  close_time: close_time === null ? null : wholeSeconds(close_time),
})

/** An amount that would be rounded is refused. */
const amount = (text: string): number => {
  const value = exactNumber(text)
  if (value !== undefined && isExact(value)) return value
  throw new InputError('deal.value', `${text} has more digits than a number holds`)
}

interface PersonInput {
  readonly email?: unknown
  readonly phone?: unknown
  readonly add_time?: string
  readonly postal_address?: unknown
}

export const personBody = <Person extends PersonInput>({
  email,
  phone,
  add_time,
  postal_address,
  ...person
}: Person) => ({
  ...person,
  emails: email,
  phones: phone,
  add_time: wholeSeconds(add_time),
  postal_address: wholeAddress(postal_address),
})

interface OrganizationInput {
  readonly add_time?: string
  readonly address?: unknown
}

export const organizationBody = <Organization extends OrganizationInput>({
  add_time,
  address,
  ...organization
}: Organization) => ({
  ...organization,
  add_time: wholeSeconds(add_time),
  address: wholeAddress(address),
})

/** The API takes times in UTC, and no parts of seconds. */
export const wholeSeconds = (time: string | undefined): string | undefined =>
  time === undefined ? undefined : new Date(readable(time)).toISOString().replace(/\.\d+Z$/, 'Z')

const parts = /^(\S{10})[t\s](\d\d:\d\d:)(\d\d)(?:\.\d+)?(z|[+-]\d\d)(?::?(\d\d))?$/i

/** A date with a time as each engine reads it: zones with minutes, and none has leap seconds. */
const readable = (time: string): string => {
  const [, date, minutes, seconds, zone = '', zoneMinutes = '00'] = parts.exec(time) ?? []
  if (date === undefined) return time
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone}:${zoneMinutes}`
  return `${date}T${minutes}${seconds === '60' ? '59' : seconds}${offset}`
}

const lines = [
  ['street_number', 'route'],
  ['subpremise'],
  ['postal_code', 'locality'],
  ['admin_area_level_1'],
  ['country'],
]

/**
 * Of an address, the API wants the whole text; it is put together where only parts are given. Where
 * all of them came out empty, there is none: an empty text would take the one of the record away.
 */
const wholeAddress = (address: unknown): unknown => {
  if (!isRecord(address) || typeof address['value'] === 'string') return address
  if (!Object.values(address).some(Boolean)) return undefined
  const given = lines.map(names =>
    names
      .map(name => address[name])
      .filter(Boolean)
      .join(' '),
  )
  return { ...address, value: given.filter(line => line !== '').join(', ') }
}
