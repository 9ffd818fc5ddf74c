import { accessor, reference } from './references.ts'

/** The same value, with every reference to the node `from` leading to `to`. */
export const renameReferences = (value: unknown, from: string, to: string): unknown => {
  if (typeof value === 'string')
    return value.replace(reference, (match, inner: string | undefined) => {
      const [, head, rest] = accessor.exec(inner ?? '') ?? []
      return head === from ? `\${${to}${rest}}` : match
    })
  if (Array.isArray(value)) return value.map(item => renameReferences(item, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, renameReferences(member, from, to)]),
  )
}
