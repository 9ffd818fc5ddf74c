import { isRecord, type PropertyManifest } from '../../definitions/index.ts'

/**
 * Fills in defaults and converts to the declared types where nothing is lost: "42" ↔ 42 and
 * "true" → true. Empty members (null) of optional properties are left out. What does not fit
 * stays as it is, for the validator to name.
 */
export const convertObject = (properties: readonly PropertyManifest[], value: unknown): unknown => {
  if (!isRecord(value)) return value
  const declared = new Map(properties.map(property => [property.name, property]))
  const given = Object.entries(value).flatMap(([name, member]) => {
    const property = declared.get(name)
    if (!property) return [[name, member]]
    if (member === undefined || (member === null && property.required !== true)) return []
    return [[name, convert(property, member)]]
  })
  const defaults = properties.flatMap(({ name, defaultValue }) =>
    defaultValue === undefined ? [] : [[name, defaultValue]],
  )
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(given) }
}

const convert = (property: PropertyManifest, value: unknown): unknown => {
  const { type, properties = [], items: [item] = [], additionalProperties } = property
  if (type === 'OBJECT') return additionalProperties ? value : convertObject(properties, value)
  if (type === 'ARRAY')
    return Array.isArray(value) && item ? value.map(member => convert(item, member)) : value
  if (type === 'INTEGER' || type === 'NUMBER') return toNumber(value)
  if (type === 'BOOLEAN') return toBoolean(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value
}

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?$/
/** A double holds any decimal of this many digits. */
const exactDigits = 15

/** A number where the text is one and nothing is lost, and the text itself otherwise. */
export const numberFromText = (text: string): number | string =>
  decimal.test(text) && text.replace(/\D/g, '').length <= exactDigits ? Number(text) : text

const toNumber = (value: unknown): unknown =>
  typeof value === 'string' ? numberFromText(value) : value

const toBoolean = (value: unknown): unknown => {
  if (value === 'true') return true
  return value === 'false' ? false : value
}
