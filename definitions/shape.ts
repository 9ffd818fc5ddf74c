import type { Property } from './property.ts'

/** What of a property is looked at when a value is read. */
export interface Shape {
  readonly type: Property['type']
  readonly members: readonly {
    readonly key: string
    readonly shape: Shape
    readonly isRequired: boolean
  }[]
  readonly item?: Shape
}

/** A value that is not as described, and where within it. */
export interface Misfit {
  readonly path: string
  readonly expected: string
  readonly value: unknown
}

/** Made once for each property, as rows are read by the thousand. */
const shapes = new WeakMap<Property, Shape>()
const requiredShapes = new WeakMap<Property, Shape>()

/** Of all members, or of those that are required. */
export const shapeOf = (property: Property, onlyRequired = false): Shape => {
  const cache = onlyRequired ? requiredShapes : shapes
  const known = cache.get(property)
  if (known) return known
  const { type, properties = {}, items } = property
  const members = Object.entries(properties)
    .filter(([, { required }]) => required === true || !onlyRequired)
    .map(([key, member]) => ({
      key,
      shape: shapeOf(member, onlyRequired),
      isRequired: member.required === true,
    }))
  const shape = { type, members, ...(items && { item: shapeOf(items, onlyRequired) }) }
  cache.set(property, shape)
  return shape
}

/** The first thing that is not as described; its path is written only then. */
export const misfitOf = (shape: Shape, value: unknown, isRequired: boolean): Misfit | undefined => {
  const { type } = shape
  if (value === undefined || value === null)
    return isRequired ? { path: '', expected: type, value } : undefined
  if (type === 'OBJECT' || type === 'DYNAMIC_PROPERTIES')
    return typeof value !== 'object' || Array.isArray(value)
      ? { path: '', expected: type, value }
      : misfitMember(shape, value)
  if (type === 'ARRAY')
    return Array.isArray(value) ? misfitItem(shape, value) : { path: '', expected: type, value }
  return typeof value === primitives[type] ? undefined : { path: '', expected: type, value }
}

const misfitMember = ({ members }: Shape, value: object): Misfit | undefined => {
  for (const { key, shape, isRequired } of members) {
    const own: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
    const misfit = misfitOf(shape, own, isRequired)
    if (misfit) return { ...misfit, path: `.${key}${misfit.path}` }
  }
  return undefined
}

const misfitItem = ({ item }: Shape, value: readonly unknown[]): Misfit | undefined => {
  if (!item) return undefined
  for (const [index, one] of value.entries()) {
    const misfit = misfitOf(item, one, true)
    if (misfit) return { ...misfit, path: `[${index}]${misfit.path}` }
  }
  return undefined
}

const primitives = {
  STRING: 'string',
  INTEGER: 'number',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'string',
  DATE_TIME: 'string',
  TIME: 'string',
} as const
