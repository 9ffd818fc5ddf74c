import { exactNumber, isExact, isRecord } from '../../definitions/index.ts'
import { not, shown, type Encode, type Encoded } from './encoded.ts'
import { option, options } from './encodeOptions.ts'

const maxShortText = 255

const asText = (given: unknown): string | undefined =>
  typeof given === 'number' && isExact(given)
    ? String(given)
    : typeof given === 'string'
      ? given
      : undefined

const text: Encode = given => {
  const value = asText(given)
  return value === undefined ? not(given, 'a text') : { value }
}

const shortText: Encode = given => {
  const value = asText(given)
  if (value === undefined) return not(given, 'a text')
  const { length } = [...value]
  return length <= maxShortText
    ? { value }
    : { problem: `has ${length} characters; Pipedrive takes ${maxShortText} at most` }
}

const numberOf = (given: unknown): number | undefined => {
  const value = typeof given === 'string' ? exactNumber(given) : given
  return typeof value === 'number' && isExact(value) ? value : undefined
}

const number: Encode = given => {
  const value = numberOf(given)
  return value === undefined ? not(given, 'a number') : { value }
}

const idOf =
  (what: string): Encode =>
  given => {
    const value = numberOf(given)
    if (Number.isSafeInteger(value) && Number(value) > 0) return { value }
    const isName = typeof given === 'string' && Number.isNaN(Number(given))
    const hint = isName ? ', and names are not looked up here' : ''
    return not(given, `the id of ${what}${hint}`)
  }

const isDay = (given: unknown): given is string =>
  typeof given === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(given) &&
  !Number.isNaN(Date.parse(given)) &&
  new Date(given).toISOString().startsWith(given)

const date: Encode = given =>
  isDay(given) ? { value: given } : not(given, 'a date that exists, such as 2026-12-31')

const timeOf = (given: unknown): string | undefined => {
  if (typeof given !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(given))
    return undefined
  return given.length === 5 ? `${given}:00` : given
}

type Parts = Readonly<Record<string, unknown>>

const unknownPart = (parts: Parts, allowed: readonly string[]): Encoded | undefined => {
  const unknown = Object.keys(parts).find(name => !allowed.includes(name))
  return unknown === undefined
    ? undefined
    : { problem: `has a part ${shown(unknown)}; there are ${allowed.join(', ')}` }
}

const money: Encode = given => {
  if (!isRecord(given))
    return not(given, 'money, such as { "value": 99.5, "currency": "EUR" }: it needs a currency')
  const { value, currency } = given
  const amount = numberOf(value)
  if (amount === undefined) return not(value, 'a number')
  if (typeof currency !== 'string' || currency === '')
    return { problem: 'needs a currency, such as { "value": 99.5, "currency": "EUR" }' }
  return unknownPart(given, ['value', 'currency']) ?? { value: { value: amount, currency } }
}

const dateRange: Encode = given => {
  if (!isRecord(given) || !isDay(given['value']) || !isDay(given['until']))
    return not(given, 'two dates, such as { "value": "2026-12-24", "until": "2026-12-31" }')
  return unknownPart(given, ['value', 'until']) ?? { value: given }
}

const zone = ['timezone_id', 'timezone_name']

const timeOfDay: Encode = given => {
  const parts: Parts = isRecord(given) ? given : { value: given }
  const value = timeOf(parts['value'])
  if (value === undefined) return not(given, 'a time, such as 09:30:00')
  return unknownPart(parts, ['value', ...zone]) ?? { value: { ...parts, value } }
}

const timeRange: Encode = given => {
  const [value, until] = isRecord(given) ? [timeOf(given['value']), timeOf(given['until'])] : []
  if (!isRecord(given) || value === undefined || until === undefined)
    return not(given, 'two times, such as { "value": "22:00:00", "until": "06:00:00" }')
  return unknownPart(given, ['value', 'until', ...zone]) ?? { value: { ...given, value, until } }
}

const addressParts = [
  ...['value', 'country', 'admin_area_level_1', 'admin_area_level_2', 'locality', 'sublocality'],
  ...['route', 'street_number', 'subpremise', 'postal_code', 'formatted_address'],
]

/** An address in one text, which Pipedrive takes apart, or in parts. */
const address: Encode = given => {
  const parts: Parts = isRecord(given) ? given : { value: given }
  if (typeof parts['value'] !== 'string') return not(given, 'an address in one text')
  const wrong = Object.values(parts).find(part => part !== null && typeof part !== 'string')
  if (wrong !== undefined) return not(wrong, 'a text')
  return unknownPart(parts, addressParts) ?? { value: parts }
}

const byType: Readonly<Record<string, Encode>> = {
  varchar: shortText,
  varchar_auto: shortText,
  phone: shortText,
  text,
  double: number,
  monetary: money,
  enum: option,
  set: options,
  user: idOf('a user'),
  people: idOf('a person'),
  org: idOf('an organization'),
  date,
  daterange: dateRange,
  time: timeOfDay,
  timerange: timeRange,
  address,
}

const takesEmptyText = ['varchar', 'varchar_auto', 'phone', 'text', 'address']

/** From what people write to what API v2 takes. Null clears; nothing is guessed from a text. */
export const encodeValue: Encode = (given, field) => {
  if (given === null) return { value: null }
  const encode = Object.hasOwn(byType, field.field_type) ? byType[field.field_type] : undefined
  if (!encode) return { value: given }
  if (given === '' && !takesEmptyText.includes(field.field_type))
    return { problem: 'is empty; give null for no value' }
  return encode(given, field)
}
