import { plain } from './options/labels.ts'

/** Codes of countries have one to three digits, and none begins with another. */
const countryCode = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/

/** As given, in groups, with a space after the code of the country, and without spaces. */
export const phoneSpellings = (value: string): readonly string[] => {
  const digits = value.replace(/[^\d+]/g, '')
  return [
    value,
    plain(value.replace(/[^\d+]/g, ' ')),
    digits.replace(countryCode, '$& ').trim(),
    digits,
    digits.replace('+', ''),
  ]
}
