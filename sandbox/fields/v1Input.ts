import { customFieldsOf } from './fieldsOf.ts'
import type { Store } from '../store.ts'
import { mergeCustomFields } from './check.ts'
import type { CustomField, CustomValues } from './types.ts'

/** Types whose value has parts, which v1 takes as siblings `<code>_currency`, `<code>_until`, … */
const composed = new Set(['monetary', 'daterange', 'time', 'timerange', 'address'])
const customKey = /^[0-9a-f]{40}/

const toNumber = (value: unknown) =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value

const readValue = (
  field: CustomField,
  value: unknown,
  siblings: Readonly<Record<string, unknown>>,
) => {
  if (value === null) return null
  if (field.type === 'set')
    return typeof value === 'string' ? value.split(',').map(part => toNumber(part)) : value
  if (field.type === 'enum') return toNumber(value)
  if (!composed.has(field.type)) return value
  return { value, ...siblings }
}

const entriesOf = (body: object): readonly (readonly [string, unknown])[] => Object.entries(body)

/** Turns v1's flat custom fields into those that the sandbox keeps; unknown codes are refused. */
export const mergeV1Fields = (store: Store, before: CustomValues, body: object): CustomValues => {
  const fields = customFieldsOf(store, 'deal')
  const given = entriesOf(body).filter(([key]) => customKey.test(key))
  const input: Record<string, unknown> = {}
  for (const [key, value] of given) {
    const code = key.slice(0, 40)
    const field = fields.find(known => known.code === code)
    if (key !== code && given.some(([other]) => other === code)) continue
    const siblings: Record<string, unknown> = {}
    for (const [other, part] of given)
      if (other.startsWith(`${code}_`)) siblings[other.slice(41)] = part
    input[key] = field && key === code ? readValue(field, value, siblings) : value
  }
  return mergeCustomFields(store, fields, before, input)
}
