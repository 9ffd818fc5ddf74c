import type { CustomField, CustomValue, CustomValues } from './types.ts'
import { isList, isParts } from './types.ts'

const optionLabel = (field: CustomField, id: unknown) => ({
  id,
  label: field.options?.find(option => option.id === id)?.label ?? '',
})

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
    const value = values[field.code] ?? null
    shaped[field.code] = view.labels ? withLabels(field, value) : value
  }
  return shaped
}

/** https://pipedrive.readme.io/docs/webhooks-v2-migration-guide: values say their type. */
const typed = (field: CustomField, value: CustomValue | undefined) => {
  const type = field.type
  if (value === undefined) return null
  if (isList(value)) return { values: value.map(id => ({ id })), type }
  if (type === 'enum' || type === 'user' || type === 'people' || type === 'org')
    return { id: value, type }
  if (!isParts(value)) return { type, value }
  if (type !== 'daterange' && type !== 'timerange') {
    const { timezone_name: _, ...rest } = value
    return { ...rest, type }
  }
  const { value: from, timezone_name: _, ...rest } = value
  return { from, ...rest, type }
}

export const webhookShape = (fields: readonly CustomField[], values: CustomValues) =>
  Object.fromEntries(fields.map(field => [field.code, typed(field, values[field.code])]))

/** v1 (leads): set fields only, at the top level, parts as siblings, options as text. */
export const v1Shape = (fields: readonly CustomField[], values: CustomValues) => {
  const shaped: Record<string, unknown> = {}
  for (const field of fields) {
    const value = values[field.code]
    if (value === undefined) continue
    if (isList(value)) shaped[field.code] = value.join(',')
    else if (!isParts(value)) shaped[field.code] = field.type === 'enum' ? String(value) : value
    else
      for (const [name, part] of Object.entries(value))
        shaped[name === 'value' ? field.code : `${field.code}_${name}`] = part
  }
  return shaped
}
