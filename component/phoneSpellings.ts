import { plain } from './options/labels.ts'
import { bareText } from './text.ts'

/** Codes of countries have one to three digits, and none begins with another. */
const countryCode = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/

/**
 * As given, in groups, with a space after the code of the country, and without spaces. What has more
 * than digits in it, such as 1-800-FLOWERS, is another number without them.
 */
export const phoneSpellings = (value: string): readonly string[] => {
  const digits = bareText(value)
  if (!/^\+?\d+$/.test(digits)) return [value, plain(value)]
  return [
    value,
    plain(value.replace(/[^\d+]/g, ' ')),
    digits.replace(countryCode, '$& ').trim(),
    digits,
    digits.replace('+', ''),
  ]
}
