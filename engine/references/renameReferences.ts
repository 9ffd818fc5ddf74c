import { parseReference, reference } from './references.ts'

/** The same value, with every reference to the node `from` leading to `to`. */
export const renameReferences = (value: unknown, from: string, to: string): unknown => {
  if (typeof value === 'string')
    return value.replace(reference, (match, inner: string | undefined) => {
      const parsed = parseReference(inner ?? '')
      if (parsed?.node !== from) return match
      const { path, fallback } = parsed
      return `\${${to}${path}${fallback ? ` ?? ${fallback.text}` : ''}}`
    })
  if (Array.isArray(value)) return value.map(item => renameReferences(item, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, renameReferences(member, from, to)]),
  )
}
