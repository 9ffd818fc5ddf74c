import { invalid } from '../errors.ts'
import { isDay } from '../query.ts'
import type { Store } from '../store.ts'
import type { CustomField, CustomValue, CustomValues, FieldType } from './types.ts'
import { isParts } from './types.ts'

type Check = (value: unknown, field: CustomField, store: Store) => string | undefined

const isText: Check = value => (typeof value === 'string' ? undefined : 'must be a string')
const maxLength = 255
const isShortText: Check = value =>
  typeof value !== 'string'
    ? 'must be a string'
    : value.length > maxLength
      ? `must have at most ${maxLength} characters`
      : undefined
const isNumber: Check = value => (typeof value === 'number' ? undefined : 'must be a number')
const isDate: Check = value =>
  typeof value === 'string' && isDay(value) ? undefined : 'must be a date'
const isTime = (value: unknown) =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value)
const isOption = (value: unknown, field: CustomField) =>
  field.options?.some(option => option.id === value) === true
const names = (kind: 'users' | 'persons' | 'organizations', what: string): Check => {
  return (value, _field, store) => {
    const found = typeof value === 'number' ? store[kind].get(value) : undefined
    const isGone = !found || ('is_deleted' in found && found.is_deleted)
    return isGone ? `must be the id of ${what}` : undefined
  }
}

/** Objects with named parts: no other parts, and `value` always there. */
const parts = (
  allowed: readonly string[],
  needed: readonly string[],
  check: (p: object, store: Store) => string | undefined,
): Check => {
  return (value, _field, store) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return 'must be an object'
    for (const name of Object.keys(value))
      if (!allowed.includes(name)) return `has an unknown part ${name}`
    for (const name of needed) if (!Object.hasOwn(value, name)) return `needs ${name}`
    return check(value, store)
  }
}
const part = (value: object, name: string): unknown => new Map(Object.entries(value)).get(name)
const zone = ['timezone_id', 'timezone_name']
const isUnset = (value: unknown) => value === undefined || value === null
const isZoned = (value: object) => {
  const [id, name] = zone.map(key => part(value, key))
  return (isUnset(id) || Number.isInteger(id)) && (isUnset(name) || typeof name === 'string')
}
const addressParts = [
  ...['value', 'country', 'admin_area_level_1', 'admin_area_level_2', 'locality', 'sublocality'],
  ...['route', 'street_number', 'subpremise', 'postal_code', 'formatted_address'],
]

const checks: Readonly<Record<FieldType, Check>> = {
  varchar: isShortText,
  varchar_auto: isShortText,
  text: isText,
  phone: isShortText,
  double: isNumber,
  monetary: parts(['value', 'currency'], ['value', 'currency'], (value, { currencies }) =>
    typeof part(value, 'value') === 'number' &&
    currencies.some(({ code, active_flag }) => active_flag && code === part(value, 'currency'))
      ? undefined
      : 'must hold a number and a currency in use',
  ),
  enum: (value, field) => (isOption(value, field) ? undefined : 'must be the id of an option'),
  set: (value, field) =>
    Array.isArray(value) && value.length > 0 && value.every(item => isOption(item, field))
      ? undefined
      : 'must be a list of ids of options',
  user: names('users', 'a user'),
  people: names('persons', 'a person'),
  org: names('organizations', 'an organization'),
  date: isDate,
  daterange: parts(['value', 'until'], ['value', 'until'], value =>
    [part(value, 'value'), part(value, 'until')].every(end => typeof end === 'string' && isDay(end))
      ? undefined
      : 'must hold two dates',
  ),
  time: parts(['value', ...zone], ['value'], value =>
    isTime(part(value, 'value')) && isZoned(value) ? undefined : 'must hold a time',
  ),
  timerange: parts(['value', 'until', ...zone], ['value', 'until'], value =>
    isTime(part(value, 'value')) && isTime(part(value, 'until')) && isZoned(value)
      ? undefined
      : 'must hold two times',
  ),
  address: parts(addressParts, ['value'], value =>
    Object.values(value).every(item => typeof item === 'string' || item === null)
      ? undefined
      : 'must hold strings',
  ),
}

/** Times of day are kept with their seconds. */
const tidy = (type: FieldType, value: CustomValue): CustomValue => {
  if ((type !== 'time' && type !== 'timerange') || !isParts(value)) return value
  const whole = (time: unknown) => (/^\d\d:\d\d$/.test(String(time)) ? `${String(time)}:00` : time)
  const { value: first, until } = value
  return {
    ...value,
    value: whole(first),
    ...(until !== undefined && { until: whole(until) }),
  } as CustomValue
}

const isValue = (value: unknown): value is CustomValue => value !== null && value !== undefined

/** What is stored after `input` has been applied to `before`; null clears a field. */
export const mergeCustomFields = (
  store: Store,
  fields: readonly CustomField[],
  before: CustomValues,
  input: Readonly<Record<string, unknown>> = {},
): CustomValues => {
  const merged: Record<string, CustomValue> = { ...before }
  for (const [code, value] of Object.entries(input)) {
    const field = fields.find(known => known.code === code)
    if (!field) throw invalid(`custom_fields: unknown field_code ${code}`)
    if (!isValue(value)) {
      delete merged[code]
      continue
    }
    const problem = checks[field.type](value, field, store)
    if (problem !== undefined) throw invalid(`custom_fields: ${code} ${problem}`)
    merged[code] = tidy(field.type, value)
  }
  return merged
}
