import { InputError, member } from '../../definitions/index.ts'
import { shorten } from './shorten.ts'

/** What a value from outside may hold: many times what an API's record does. */
const maxDepth = 100
const maxValues = 100_000
export const maxCharacters = 1_000_000

interface Seen {
  values: number
  characters: number
}

/**
 * Lets a value pass that all work on it can follow to its end: it is JSON, not too deep, which one
 * that contains itself would be, and not too much. Throws an `InputError` with the place.
 */
export const requireBounded = (value: unknown, path = ''): void => {
  try {
    look(value, path, 0, { values: 0, characters: 0 })
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(path, `can’t be read: ${String(member(error, 'message'))}`)
  }
}

const look = (value: unknown, path: string, depth: number, seen: Seen): void => {
  seen.values++
  if (seen.values > maxValues) throw tooMuch(path, `more than ${maxValues} values`)
  if (depth > maxDepth) throw tooDeep(path)
  if (typeof value === 'string') count(value, path, seen)
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) look(item, `${path}[${index}]`, depth + 1, seen)
  } else if (typeof value === 'object' && value !== null) {
    // Whatever writes it as JSON reads this first.
    Reflect.get(value, 'toJSON')
    for (const [key, own] of Object.entries(value)) {
      count(key, path, seen)
      look(own, path ? `${path}.${key}` : key, depth + 1, seen)
    }
  } else if (
    typeof value === 'bigint' ||
    typeof value === 'function' ||
    typeof value === 'symbol'
  ) {
    throw new InputError(path, `a ${typeof value} is no value of JSON`)
  }
}

const count = (text: string, path: string, seen: Seen): void => {
  seen.characters += text.length
  if (seen.characters > maxCharacters) throw tooMuch(path, `more than ${maxCharacters} characters`)
}

export const tooMuch = (path: string, amount: string) =>
  new InputError(
    shorten(path),
    `is where the input comes to hold ${amount}`,
    'Leave out what is not needed.',
  )

const tooDeep = (path: string) =>
  new InputError(
    shorten(path),
    `is nested more than ${maxDepth} levels deep`,
    'Flatten it; a value can’t contain itself.',
  )
