import { parseJson } from '../../shared/parseJson.ts'
import type { KeyValueRow } from '../../workflow/invalidDrafts.ts'
import { numberFromText } from '../../../../engine/index.ts'

/** Text that JSON would read as something else. */
const literal = /^(true|false|null|".*"|\{.*\}|\[.*\])$/s

/**
 * Converts typed text to a value: `42` is a number, `"42"` and `forty-two` are strings,
 * `{"a": 1}` is an object. What looks like JSON but is not stays the text it is.
 */
export const valueFromText = (text: string): unknown => {
  const trimmed = text.trim()
  const number = numberFromText(trimmed)
  if (typeof number === 'number') return number
  if (!literal.test(trimmed)) return text
  try {
    const value: unknown = JSON.parse(trimmed)
    return value
  } catch {
    return text
  }
}

/** The text to type for a value. */
export const textFromValue = (value: unknown): string => {
  if (typeof value !== 'string') return JSON.stringify(value) ?? ''
  return valueFromText(value) === value ? value : JSON.stringify(value)
}

type Row = KeyValueRow

let rowsSoFar = 0
export const emptyRow = (): Row => ({ id: (rowsSoFar += 1), key: '', text: '' })

/** Undefined when there is no key at all. Of equal keys the last one counts. */
export const recordOf = (rows: readonly Row[]): Readonly<Record<string, unknown>> | undefined => {
  const members = rows
    .filter(({ key }) => key !== '')
    .map(({ key, text }) => [key, valueFromText(text)] as const)
  return members.length > 0 ? Object.fromEntries(members) : undefined
}

/** The rows as they were typed, as long as they still stand for the value; otherwise its own. */
export const rowsFor = (value: unknown, typed: readonly Row[]): readonly Row[] => {
  const own = rowsOf(value)
  return same(recordOf(typed), recordOf(own)) ? typed : own
}

const rowsOf = (value: unknown): readonly Row[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, member]) => ({
        ...emptyRow(),
        key,
        text: textFromValue(member),
      }))
    : []

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

/** The object that a text stands for; nothing where it is empty. */
export const objectFromJson = (
  text: string,
): { readonly value: unknown } | { readonly message: string } => {
  if (text.trim() === '') return { value: undefined }
  const parsed = parseJson(text)
  if ('message' in parsed) {
    const place = parsed.line === undefined ? '' : ` (line ${parsed.line})`
    return { message: `Not valid JSON: ${parsed.message}${place}` }
  }
  const { value } = parsed
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? { value } : { message: 'Not a JSON object: it must begin with {' }
}

/** Why not all of the rows can be saved. */
export const rowsProblem = (rows: readonly Row[]): string | undefined => {
  const keyless = rows.findIndex(({ key, text }) => key === '' && text !== '')
  if (keyless !== -1) return `Row ${keyless + 1} has a value but no key`
  const keys = rows.map(({ key }) => key).filter(key => key !== '')
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index)
  return repeated === undefined ? undefined : `The key “${repeated}” appears more than once`
}
