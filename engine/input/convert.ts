import { exactNumber, isRecord, member, type PropertyManifest } from '../../definitions/index.ts'

/**
 * Fills in defaults and converts to the declared types where nothing is lost: "42" ↔ 42 and
 * "true" → true. Empty members (null) of optional properties are left out, except where
 * null means to clear, and so are empty entries of lists. There, a list of nothing but empty entries is
 * left out too: only null and a list without any empty what a record has. What does not fit stays as it
 * is, for the validator to name.
 */
export const convertObject = (properties: readonly PropertyManifest[], value: unknown): unknown => {
  if (!isRecord(value)) return value
  const { declared, defaults, clears } = declaredIn(properties)
  const kept = Object.entries(value).flatMap(([name, given]) => {
    const property = declared.get(name)
    if (!property || (given === null && clears)) return [[name, given]]
    const isLeftOut =
      given === null ||
      (property.type === 'OBJECT' && isVoid(property, given)) ||
      (clears && hasVoidsAlone(property, given))
    if (given === undefined || (isLeftOut && property.required !== true)) return []
    return [[name, convert(property, given)]]
  })
  return Object.fromEntries([...defaults, ...kept])
}

type Properties = readonly PropertyManifest[]

const known = new WeakMap<Properties, ReturnType<typeof readDeclared>>()

/** The same for every step, made once. */
const declaredIn = (properties: Properties) => {
  const read = known.get(properties) ?? readDeclared(properties)
  known.set(properties, read)
  return read
}

const readDeclared = (properties: Properties) => ({
  /** Where null clears some members, it is refused for the others and never taken for nothing. */
  clears: properties.some(property => property.nullable),
  declared: new Map(properties.map(property => [property.name, property])),
  defaults: properties.flatMap(({ name, defaultValue }) =>
    defaultValue === undefined ? [] : [[name, defaultValue]],
  ),
})

const convert = (property: PropertyManifest, value: unknown): unknown => {
  const { type, properties = [], items: [item] = [], additionalProperties } = property
  if (type === 'DYNAMIC_PROPERTIES') return value
  if (type === 'OBJECT') return additionalProperties ? value : convertObject(properties, value)
  if (type === 'ARRAY')
    return Array.isArray(value) && item
      ? value.filter(entry => !isVoid(item, entry)).map(entry => convert(item, entry))
      : value
  if (type === 'INTEGER' || type === 'NUMBER') return toNumber(value)
  if (type === 'BOOLEAN') return toBoolean(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value
}

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?$/

/** A number where the text is one and nothing is lost, and the text itself otherwise. */
export const numberFromText = (text: string): number | string =>
  (decimal.test(text) ? exactNumber(text) : undefined) ?? text

const toNumber = (value: unknown): unknown =>
  typeof value === 'string' ? numberFromText(value) : value

/** A list entry or an object whose required values all came out null or empty is as good as none. */
const isVoid = ({ type, properties = [] }: PropertyManifest, value: unknown): boolean => {
  if (value === null || value === '') return true
  if (type !== 'OBJECT' || !isRecord(value)) return false
  const required = properties.filter(property => property.required === true)
  const values = required.map(({ name = '' }) => member(value, name))
  const isEmpty = (one: unknown) => one === null || one === ''
  return values.some(isEmpty) && values.every(one => one === undefined || isEmpty(one))
}

const hasVoidsAlone = ({ items: [item] = [] }: PropertyManifest, value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  item !== undefined &&
  value.every(entry => isVoid(item, entry))

const toBoolean = (value: unknown): unknown => {
  if (value === 'true') return true
  return value === 'false' ? false : value
}
