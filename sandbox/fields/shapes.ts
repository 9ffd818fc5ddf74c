import type { CustomField, CustomValue, CustomValues, Parts } from './types.ts'
import { isList, isParts } from './types.ts'

const optionLabel = (field: CustomField, id: unknown) => ({
  id,
  label: field.options?.find(option => option.id === id)?.label ?? '',
})

/** The value without options that have been deleted. */
const present = (field: CustomField, value: CustomValue | undefined): CustomValue | null => {
  if (value === undefined) return null
  if (!field.options) return value
  const isThere = (id: unknown) => field.options?.some(option => option.id === id)
  if (!isList(value)) return isThere(value) ? value : null
  const left = value.filter(isThere)
  return left.length > 0 ? left : null
}

const withLabels = (field: CustomField, value: CustomValue | null) => {
  if (value === null || !field.options) return value
  return isList(value) ? value.map(id => optionLabel(field, id)) : optionLabel(field, value)
}

/** REST v2: every field of the account under its code, null where unset. */
export const restShape = (
  fields: readonly CustomField[],
  values: CustomValues,
  view: {
    readonly only?: readonly string[] | undefined
    readonly labels?: boolean | undefined
  } = {},
) => {
  const shaped: Record<string, unknown> = {}
  for (const field of fields) {
    if (view.only && !view.only.includes(field.code)) continue
    const value = present(field, values[field.code])
    shaped[field.code] = view.labels ? withLabels(field, value) : value
  }
  return shaped
}

const addressParts = [
  ...['formatted_address', 'country', 'admin_area_level_1', 'admin_area_level_2', 'locality'],
  ...['sublocality', 'route', 'street_number', 'subpremise', 'postal_code'],
]

/** An address with all of its parts; unknown ones are empty. */
const wholeAddress = (given: Parts) => ({
  ...Object.fromEntries(addressParts.map(name => [name, given[name] ?? ''])),
  value: given['value'] ?? '',
  ...(!given['formatted_address'] && { formatted_address: given['value'] ?? '' }),
})

/** https://pipedrive.readme.io/docs/webhooks-v2-migration-guide: values say their type. */
const typed = (field: CustomField, given: CustomValue | undefined) => {
  const { type } = field
  const value = present(field, given)
  if (value === null) return null
  if (isList(value)) return { values: value.map(id => ({ id })), type }
  if (type === 'enum' || type === 'user' || type === 'people' || type === 'org')
    return { id: value, type }
  if (!isParts(value)) return { type, value }
  const { value: first, until, timezone_id = null } = value
  if (type === 'time') return { value: first, timezone_id, type }
  if (type === 'timerange') return { from: first, until, timezone_id, type }
  if (type === 'daterange') return { from: first, until, type }
  return type === 'address' ? { ...wholeAddress(value), type } : { ...value, type }
}

export const webhookShape = (fields: readonly CustomField[], values: CustomValues) =>
  Object.fromEntries(fields.map(field => [field.code, typed(field, values[field.code])]))

/** v1 (leads): set fields only, at the top level, parts as siblings, options as text. */
export const v1Shape = (fields: readonly CustomField[], values: CustomValues) => {
  const shaped: Record<string, unknown> = {}
  for (const field of fields) {
    const value = present(field, values[field.code])
    if (value === null) continue
    if (isList(value)) shaped[field.code] = value.join(',')
    else if (!isParts(value)) shaped[field.code] = field.type === 'enum' ? String(value) : value
    else
      for (const [name, part] of Object.entries(value))
        if (name !== 'timezone_name')
          shaped[name === 'value' ? field.code : `${field.code}_${name}`] = part
  }
  return shaped
}
