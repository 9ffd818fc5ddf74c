const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/

/**
 * The number that a text in decimal or scientific notation stands for; undefined where it is no
 * number, or has more digits than a double holds.
 */
export const exactNumber = (text: string): number | undefined => {
  const value = Number(text)
  if (!Number.isFinite(value)) return undefined
  const written = canonical(text)
  return written !== undefined && written === canonical(String(value)) ? value : undefined
}

/** Sign, significant digits and exponent, the same for every way to write a number. */
const canonical = (text: string): string | undefined => {
  const [, sign, whole = '', fraction = '', exponent = '0'] = decimal.exec(text) ?? []
  if (sign === undefined) return undefined
  const all = `${whole}${fraction}`.replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  if (digits === '') return '0'
  return `${sign}${digits}e${Number(exponent) - fraction.length + all.length - digits.length}`
}

/** Beyond this, a whole number may have been rounded where it was read. */
export const isExact = (value: number): boolean =>
  Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
