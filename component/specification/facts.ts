/**
 * What the specification says of its calls. In `calls` each path has a line, in which a dot stands
 * for each part that it shares with the line before, `{}` for a value, and one word for each method,
 * such as `G1a`: its letter, the cost in tokens, and the letter of the narrowest scope that allows it.
 */
export interface Specification {
  /** By letter: the first is `a`. */
  readonly scopes: string
  readonly calls: string
}

/** One call of the specification. */
export interface SpecifiedCall {
  readonly method: string
  /** Parts of the path, of which those that stand for a value are `{}`. */
  readonly segments: readonly string[]
  readonly cost: number
  /** Undefined where the specification names none. */
  readonly scope: string | undefined
}

const methods = new Map(Object.entries({ D: 'DELETE', G: 'GET', A: 'PATCH', O: 'POST', U: 'PUT' }))

export const specifiedCalls = ({ scopes, calls }: Specification): readonly SpecifiedCall[] => {
  const names = scopes.split(' ')
  let segments: readonly string[] = []
  return calls.split('\n').flatMap(line => {
    const [path = '', ...words] = line.split(' ')
    const own = path.replace(/^\.+/, '')
    segments = [...segments.slice(0, path.length - own.length), ...own.split('/')]
    return words.map(word => ({
      method: methods.get(word.charAt(0)) ?? '',
      segments,
      cost: Number.parseInt(word.slice(1)),
      scope: names[word.charCodeAt(word.length - 1) - 'a'.charCodeAt(0)],
    }))
  })
}
