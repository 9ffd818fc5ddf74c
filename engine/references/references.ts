/** `$${`, a reference whose keys may hold a brace in quotes, or one that does not end. */
export const reference = /\$\$\{|\$\{([^}'"]*(?:(?:'[^']*'|"[^"]*")[^}'"]*)*)\}|\$\{.*/gs

/** What stands between the braces: the name of a node and the way into its output. */
export const accessor =
  /^\s*([A-Za-z_$][\w$]*)((?:\.[A-Za-z_$][\w$]*|\[\d+\]|\['[^']*'\]|\["[^"]*"\])*)\s*$/

const step = /\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g

export interface Reference {
  readonly node: string
  readonly keys: readonly string[]
}

/** Reads what stands between the braces; undefined if it is not a reference. */
export const parseReference = (inner: string): Reference | undefined => {
  const [, node, rest] = accessor.exec(inner) ?? []
  if (node === undefined || rest === undefined) return undefined
  const keys = [...rest.matchAll(step)].map(
    ([, name, index, single, double]) => name ?? index ?? single ?? double ?? '',
  )
  return { node, keys }
}

export interface Text {
  readonly path: string
  readonly text: string
}

/** Every text in an input, with its path. */
export const collectStrings = (value: unknown, path: string): readonly Text[] => {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value))
    return value.flatMap((item, index) => collectStrings(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    collectStrings(member, path ? `${path}.${key}` : key),
  )
}

/** Every reference in an input and the node that it begins with, if it is well-formed. */
export const findReferences = (
  value: unknown,
  path: string,
): readonly (Text & { readonly head: string | undefined })[] =>
  collectStrings(value, path).flatMap(({ path, text }) =>
    [...text.matchAll(reference)]
      .filter(([match]) => match !== '$${')
      .map(([match, inner = '']) => ({ path, text: match, head: accessor.exec(inner)?.[1] })),
  )

/** The input as far as its values are known before anything runs. */
export const stripReferences = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter(isKnown).map(stripReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => isKnown(member))
      .map(([key, member]) => [key, stripReferences(member)]),
  )
}

const isKnown = (value: unknown): boolean =>
  typeof value !== 'string' || findReferences(value, '').length === 0
