import { ComponentError } from './errors.ts'
import type { OutputOf, Property } from './property.ts'

/** A value is not of the shape that was described. */
export class UnexpectedResponseError extends ComponentError {
  override readonly name = 'UnexpectedResponseError'
  constructor(path: string, expected: string, value: unknown) {
    const got = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value
    super(`${path || 'the value'}: expected ${expected}, got ${got}`, { recovery: 'report', path })
  }
}

/** An object with members, and no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One member of something not yet described. */
export const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined

/** The value at a path of members such as `body.data`. */
export const memberAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>(member, value)

/**
 * The door for what an API says: from `unknown` to a described type. Members that are not
 * required may be null or absent; members that are not described stay as they are.
 */
export const read = <const P extends Property>(
  property: P,
  value: unknown,
  path = '',
): OutputOf<P> => {
  fits({ ...property, required: true }, value, path)
  return value as OutputOf<P>
}

/**
 * The door for the rows of an API, of which most is only passed through: what is required must be
 * as described. Other members stay as they are, whatever their type; hosts warn of them.
 */
export const readRequired = <const P extends Property>(
  property: P,
  value: unknown,
  path = '',
): OutputOf<P> => {
  fits(requiredPart({ ...property, required: true }), value, path)
  return value as OutputOf<P>
}

const requiredPart = ({ properties, items, ...property }: Property): Property => ({
  ...property,
  ...(items && { items: requiredPart(items) }),
  ...(properties && {
    properties: Object.fromEntries(
      Object.entries(properties)
        .filter(([, { required }]) => required === true)
        .map(([name, child]) => [name, requiredPart(child)]),
    ),
  }),
})

/** `read`, for what may be missing altogether. */
export const readOptional = <const P extends Property>(
  property: P,
  value: unknown,
  path = '',
): OutputOf<P> | undefined =>
  value === undefined || value === null ? undefined : read(property, value, path)

const fits = (property: Property, value: unknown, path: string): void => {
  if (value === undefined || value === null) {
    if (property.required === true) throw new UnexpectedResponseError(path, property.type, value)
  } else if (property.type === 'OBJECT') {
    if (typeof value !== 'object' || Array.isArray(value))
      throw new UnexpectedResponseError(path, property.type, value)
    for (const [key, child] of Object.entries(property.properties ?? {}))
      fits(child, member(value, key), path ? `${path}.${key}` : key)
  } else if (property.type === 'ARRAY') {
    if (!Array.isArray(value)) throw new UnexpectedResponseError(path, property.type, value)
    const { items } = property
    if (!items) return
    const item = { ...items, required: true }
    value.forEach((one, index) => fits(item, one, `${path}[${index}]`))
  } else if (typeof value !== primitives[property.type]) {
    throw new UnexpectedResponseError(path, property.type, value)
  }
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
