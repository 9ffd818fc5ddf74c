import { member } from '../../definitions/index.ts'

/** `$${`, a reference whose keys may hold a brace in quotes, or one that does not end. */
export const reference = /\$\$\{|\$\{([^}'"]*(?:(?:'[^']*'|"[^"]*")[^}'"]*)*)\}|\$\{.*/gs

/**
 * What stands between the braces: the name of a node, the way into its output, and a fixed value
 * for where that leads to null or to nothing, as in `${trigger_1.person_id ?? 'none'}`.
 */
const accessor =
  /^\s*([A-Za-z_$][\w$]*)((?:\.[A-Za-z_$][\w$]*|\[\d+\]|\['[^']*'\]|\["[^"]*"\])*)\s*(?:\?\?\s*('[^']*'|-?\d+(?:\.\d+)?|true|false|null)\s*)?$/

const step = /\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g

export interface Reference {
  readonly node: string
  /** The way as it is written: `.body.data[0]`. */
  readonly path: string
  readonly keys: readonly string[]
  /** Takes the place of null and of what is missing. `text` is how it is written. */
  readonly fallback?: { readonly text: string; readonly value: string | number | boolean | null }
}

/** Reads what stands between the braces; undefined if it is not a reference. */
export const parseReference = (inner: string): Reference | undefined => {
  const [, node, path, text] = accessor.exec(inner) ?? []
  if (node === undefined || path === undefined) return undefined
  const keys = [...path.matchAll(step)].map(
    ([, name, index, single, double]) => name ?? index ?? single ?? double ?? '',
  )
  if (text === undefined) return { node, path, keys }
  return { node, path, keys, fallback: { text, value: literal(text) } }
}

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

const literal = (text: string): string | number | boolean | null => {
  if (text.startsWith("'")) return text.slice(1, -1)
  return Object.hasOwn(words, text) ? (words[text] ?? null) : Number(text)
}

/** The value that it leads to; undefined where there is none, and no fallback for it. */
export const valueOf = (
  { node, keys, fallback }: Reference,
  outputs: Readonly<Record<string, unknown>>,
): unknown => {
  const output = member(outputs, node)
  const value = keys.reduce(member, output)
  // A fallback is for what a node may leave out, and not for a node that there is not.
  return output === undefined || !fallback ? value : (value ?? fallback.value)
}

/** Why a text between braces is none. */
export const referenceProblem = (inner: string): string =>
  inner.includes('??')
    ? 'is not a reference: after ?? stands a text in single quotes, a number, true, false or null'
    : 'is not a reference'

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
): readonly (Text & { readonly head: string | undefined; readonly hasFallback: boolean })[] =>
  collectStrings(value, path).flatMap(({ path, text }) =>
    [...text.matchAll(reference)]
      .filter(([match]) => match !== '$${')
      .map(([match, inner = '']) => {
        const { node: head, fallback } = parseReference(inner) ?? {}
        return { path, text: match, head, hasFallback: fallback !== undefined }
      }),
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
