import { InputError } from '../../definitions/index.ts'

/** Deeper than any record or input; a value that contains itself has no end. */
const maxDepth = 200

/**
 * A copy in plain JavaScript of what the platform hands over. Its maps and lists are foreign
 * objects: `instanceof` and the spread of an object can't be relied on. Throws an `InputError`.
 */
export const toPlain = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'bigint') return numberOf(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > maxDepth)
    throw new InputError('', `a value is nested more than ${maxDepth} levels deep`)
  const inner = (one: unknown) => toPlain(one, depth + 1)
  if (Array.isArray(value)) return Array.from(value, inner)
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, own]) => [String(key), inner(own)]))
  if (Object.prototype.toString.call(value) === '[object Date]')
    return new Date(Number(value)).toISOString()
  return Object.fromEntries(Object.keys(value).map(key => [key, inner(Reflect.get(value, key))]))
}

/** One that a number can't hold stays a text, for the validator to name. */
const numberOf = (value: bigint): unknown =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
