import { numberFromText } from './typedNumber.ts'

/** Text that JSON would read as something else. */
const literal = /^(true|false|null|".*"|\{.*\}|\[.*\])$/s

/**
 * From what somebody types to a value: `42` is a number, `"42"` and `forty-two` are texts,
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
