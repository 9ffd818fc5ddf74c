import { ComponentError } from './errors.ts'
import { misfitOf, shapeOf, type Shape } from './shape.ts'
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

/** The value at a path of members such as `body.data`; the value itself where the path is empty. */
export const memberAt = (value: unknown, path: string): unknown =>
  path === '' ? value : path.split('.').reduce<unknown>(member, value)

/**
 * The door for what an API says: from `unknown` to a described type. Members that are not
 * required may be null or absent; members that are not described stay as they are.
 */
export const read = <const P extends Property>(
  property: P,
  value: unknown,
  path = '',
): OutputOf<P> => {
  check(shapeOf(property), value, path)
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
  check(shapeOf(property, true), value, path)
  return value as OutputOf<P>
}

/** `read`, for what may be missing altogether. */
export const readOptional = <const P extends Property>(
  property: P,
  value: unknown,
  path = '',
): OutputOf<P> | undefined =>
  value === undefined || value === null ? undefined : read(property, value, path)

const check = (shape: Shape, value: unknown, path: string): void => {
  const misfit = misfitOf(shape, value, true)
  if (!misfit) return
  const at = `${path}${misfit.path}`.replace(/^\./, '')
  throw new UnexpectedResponseError(at, misfit.expected, misfit.value)
}
