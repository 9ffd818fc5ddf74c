/**
 * Characters that a terminal obeys in place of showing them: controls, such as the start of an escape
 * sequence, and marks that turn the direction of a text.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu
const obeyedInLines = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** As JSON writes them. */
const escaped = (character: string): string =>
  usual[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const usual: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** One line for a terminal, whatever names and answers have brought into it. */
export const printable = (line: string): string => line.replace(obeyed, escaped)

/** The same where lines end as they are meant to. Values in JSON stay what they are. */
export const printableLines = (text: string): string => text.replace(obeyedInLines, escaped)
