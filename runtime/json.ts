/** Nothing that is sent in good faith is nested as deeply, and the stack has an end. */
export const maxDepth = 200

/**
 * JSON as bytes: UTF-8 (https://www.rfc-editor.org/rfc/rfc8259#section-8.1), and not deeper than what
 * can be kept. Throws a `SyntaxError`.
 */
export const parseJson = (bytes: Uint8Array): unknown => {
  const value: unknown = JSON.parse(decoded(bytes))
  if (isDeeper(value, maxDepth)) throw tooDeep()
  return value
}

export const tooDeep = () => new SyntaxError(`nested more than ${maxDepth} levels deep`)

/** Half a character must not become another one without a word. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new SyntaxError('not UTF-8')
  }
}

/** Makes no list of the members of an object: there are many objects, and few members are objects. */
export const isDeeper = (value: unknown, levels: number): boolean => {
  if (!isContainer(value)) return false
  if (levels === 0) return true
  if (Array.isArray(value))
    return value.some((member: unknown) => isContainer(member) && isDeeper(member, levels - 1))
  for (const key in value) {
    const member = value[key]
    if (isContainer(member) && isDeeper(member, levels - 1)) return true
  }
  return false
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
