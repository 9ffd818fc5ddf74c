import { isRecord, memberAt, type PropertyManifest } from '../../../definitions/index.ts'
import type { Placed } from '../../../hosts/n8n/src/layout.ts'

/** The parameters of a node whose form has been filled in with this input. */
export const parametersOf = (placed: Placed, input: unknown): Readonly<Record<string, unknown>> => {
  const { resource, operation, fields, action } = placed
  const parameters: Record<string, unknown> = { resource, operation }
  for (const { path, name, property, collection } of fields) {
    const value = memberAt(input, path.join('.'))
    if (value === undefined) continue
    const shown = formValue(property, value)
    if (!collection) parameters[name] = shown
    else parameters[collection] = { ...Object(parameters[collection]), [name]: shown }
  }
  if (!action.list) return parameters
  const limit = memberAt(input, 'limit')
  return { ...parameters, ...(limit === undefined ? { returnAll: true } : { limit }) }
}

const formValue = (property: PropertyManifest, value: unknown): unknown => {
  const { type, properties = [], items: [item] = [], optionsDataSource } = property
  if (optionsDataSource?.searchable) return { __rl: true, mode: 'id', value: value ?? '' }
  if ((type === 'OBJECT' || type === 'DYNAMIC_PROPERTIES') && isRecord(value))
    return property.properties ? { value: inForm(properties, value) } : JSON.stringify(value)
  if (type !== 'ARRAY' || !Array.isArray(value) || property.options || item?.optionsDataSource)
    return value
  const members = item?.properties
  return {
    items: value.map((entry: unknown) => {
      if (!members) return { value: entry }
      return isRecord(entry) ? inForm(members, entry) : entry
    }),
  }
}

const inForm = (
  properties: readonly PropertyManifest[],
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const property = properties.find(one => one.name === name)
      return [name, property ? formValue(property, member) : member]
    }),
  )
