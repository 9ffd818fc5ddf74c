/** Half a character: `isWellFormed` is not there in every host. */
const loneSurrogate = /\p{Surrogate}/u

export const isWellFormed = (text: string): boolean => !loneSurrogate.test(text)

/** What is wrong with a text that is not well-formed. */
export const malformedText = 'has half a character (a lone surrogate), which can’t be sent'

/** The path of the first text within a value that is not well-formed. */
export const pathOfMalformed = (value: unknown, path = ''): string | undefined => {
  if (typeof value === 'string') return isWellFormed(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, member] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key
    const found = isWellFormed(key) ? pathOfMalformed(member, at) : at
    if (found !== undefined) return found
  }
  return undefined
}
