import { isRecord, member, type PropertyManifest } from '../../../definitions/index.ts'
import { itemOf, type Inputs } from './inputs.ts'
import { isVisible } from './visibility.ts'

export type Parameters = Readonly<Record<string, unknown>>

/**
 * What the workflow keeps of a form: fields that are empty or not shown are left out, as the
 * runtime takes only what is meant. Keys that are not declared stay, for the user to decide on.
 */
export const parametersOf = (operation: Inputs, draft: unknown): Parameters =>
  membersOf(draft, operation.properties, visibleIn(operation, draft), toStored)

/**
 * What the rules of a form are held against: defaults stand in for empty fields, and empty rows
 * and groups that must be there count.
 */
export const withDefaults = (operation: Inputs, draft: unknown): Parameters =>
  membersOf(draft, operation.properties, visibleIn(operation, draft), toValidated)

type IsVisible = (property: PropertyManifest) => boolean
type Convert = (property: PropertyManifest, value: unknown, shown: IsVisible) => unknown

const visibleIn =
  (operation: Inputs, draft: unknown): IsVisible =>
  property =>
    isVisible(operation, property, draft)

const membersOf = (
  value: unknown,
  properties: readonly PropertyManifest[],
  shown: IsVisible,
  take: Convert,
): Parameters => {
  const declared = new Set(properties.map(({ name }) => name))
  const others = Object.entries(isRecord(value) ? value : {}).filter(([key]) => !declared.has(key))
  const given = properties.filter(shown).map(property => {
    const name = property.name ?? ''
    return [name, take(property, member(value, name), shown)] as const
  })
  return Object.fromEntries([...given, ...others].filter(([, member]) => member !== undefined))
}

const toStored: Convert = (property, value, shown) => {
  if (clears(property, value)) return null
  if (isEmpty(value)) return undefined
  if (Array.isArray(value) && property.type === 'ARRAY') {
    const item = itemOf(property)
    const rows = value.map(row => itemWith(toStored, item, row, shown)).filter(row => !isEmpty(row))
    return rows.length > 0 ? rows : undefined
  }
  if (!isGroup(property, value)) return value
  // One that has to be there may be given with nothing in it.
  if (property.required && isRecord(value) && Object.keys(value).length === 0) return value
  const members = membersOf(value, property.properties, shown, toStored)
  return Object.keys(members).length > 0 ? members : undefined
}

const toValidated: Convert = (property, value, shown) => {
  if (clears(property, value)) return null
  if (property.type === 'ARRAY' && Array.isArray(value) && value.length > 0) {
    const item = itemOf(property)
    return value.map(row => itemWith(toValidated, item, row, shown) ?? null)
  }
  const given = isEmpty(value) ? emptyOf(property) : value
  if (!isGroup(property, given)) return isEmpty(given) ? undefined : given
  const members = membersOf(given, property.properties, shown, toValidated)
  return property.required || Object.keys(members).length > 0 ? members : undefined
}

/** Null is kept where it clears what the account has. */
const clears = ({ nullable }: PropertyManifest, value: unknown) =>
  value === null && nullable === true

const emptyOf = ({ defaultValue, required, properties }: PropertyManifest) =>
  defaultValue ?? (required && properties ? {} : undefined)

/** A row of groups that has nothing in it yet is a row all the same. */
const itemWith = (
  take: Convert,
  item: PropertyManifest,
  value: unknown,
  shown: IsVisible,
): unknown =>
  isGroup(item, value) ? membersOf(value, item.properties, shown, take) : take(item, value, shown)

const isGroup = (
  property: PropertyManifest,
  value: unknown,
): property is PropertyManifest & { properties: PropertyManifest[] } =>
  property.properties !== undefined && isRecord(value)

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** The same value without the member that the keys lead to. */
export const omitPath = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined || typeof value !== 'object' || value === null) return value
  const change = (name: string, member: unknown) =>
    name === key
      ? rest.length === 0
        ? []
        : [[name, omitPath(member, rest)] as const]
      : [[name, member] as const]
  if (Array.isArray(value))
    return value.flatMap((member, index) => change(String(index), member).map(([, kept]) => kept))
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => change(name, member)))
}
