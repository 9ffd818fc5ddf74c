import type { ValueNode } from '../../output/values.ts'

/** A reference that is being typed: from its `${` on, as far as the caret has come. */
export interface OpenReference {
  readonly start: number
  /** Behind what belongs to it already, its closing brace included. */
  readonly end: number
  readonly query: string
}

/** The reference that the caret stands in; undefined where it stands in plain text. */
export const openReference = (text: string, caret: number): OpenReference | undefined => {
  const start = text.lastIndexOf('${', caret - 1)
  if (start === -1 || caret < start + 2 || text[start - 1] === '$') return undefined
  const query = text.slice(start + 2, caret)
  if (/[{}]|\?\?/.test(query)) return undefined
  const [rest = ''] = /^[\w$.[\]'"]*\}?/.exec(text.slice(caret)) ?? []
  // What follows is plain text, unless it closes the reference.
  return { start, end: rest.endsWith('}') ? caret + rest.length : caret, query: query.trimStart() }
}

export interface Completion {
  readonly path: string
  /** The label of the step. */
  readonly step: string
  readonly node: ValueNode
}

const maxShown = 40

/** Paths that what has been typed may become, those that begin with it first. */
export const completionsOf = (all: readonly Completion[], query: string): readonly Completion[] => {
  const wanted = query.trim().toLowerCase()
  const begins = all.filter(({ path }) => path.toLowerCase().startsWith(wanted))
  const contains = all.filter(
    ({ path, step }) =>
      !path.toLowerCase().startsWith(wanted) &&
      (path.toLowerCase().includes(wanted) || step.toLowerCase().includes(wanted)),
  )
  return [...begins, ...contains].slice(0, maxShown)
}

/** Every value of the earlier steps, the latest step first, as it is what is wanted most. */
export const allCompletions = (
  steps: readonly { readonly label: string; readonly tree: ValueNode }[],
): readonly Completion[] => steps.toReversed().flatMap(({ label, tree }) => flatten(tree, label))

const flatten = (node: ValueNode, step: string): readonly Completion[] => [
  { path: node.path, step, node },
  ...node.children.flatMap(child => flatten(child, step)),
]
