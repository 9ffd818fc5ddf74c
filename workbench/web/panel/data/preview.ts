import type { PropertyManifest } from '../../../../definitions/index.ts'
import {
  parseReference,
  reference,
  referenceProblem,
  resolve,
  valueOf,
} from '../../../../engine/index.ts'
import type { Source } from '../../output/sources.ts'

export interface Preview {
  /** What comes out with the outputs that are known; absent where something can't be resolved. */
  readonly value?: unknown
  /** Whether all of the outputs that it refers to come from tests. */
  readonly tested: boolean
  /** Why it can't be resolved, for each reference concerned. */
  readonly problems: readonly string[]
}

/** What is known before the workflow runs of a text with references. */
export const previewOf = (
  text: string,
  sources: readonly Source[],
  /** Names of the nodes that do not run before this one. */
  later: readonly string[],
): Preview => {
  const found = [...text.matchAll(reference)].filter(([match]) => match !== '$${')
  const judged = found.map(([match, inner]) => judge(match, inner, sources, later))
  const problems = judged.flatMap(({ problem }) => problem ?? [])
  const tested = judged.every(({ source }) => source?.tested === true)
  if (problems.length > 0) return { problems, tested }
  const outputs = Object.fromEntries(sources.map(({ name, output }) => [name, output]))
  return { problems, tested, value: resolve(text, outputs) }
}

interface Judgement {
  readonly source?: Source
  readonly problem?: string
}

const judge = (
  match: string,
  inner: string | undefined,
  sources: readonly Source[],
  later: readonly string[],
): Judgement => {
  if (inner === undefined) return { problem: `${match.slice(0, 40)} is not closed with }` }
  const parsed = parseReference(inner)
  if (!parsed) return { problem: notAReference(match) }
  const { node, keys } = parsed
  const source = sources.find(({ name }) => name === node)
  if (!source) return { problem: problemOfNode(node, sources, later) }
  if (source.origin === 'disabled')
    return parsed.fallback
      ? { source }
      : { source, problem: `${node} is disabled: enable it or add a fallback` }
  const outputs = { [node]: source.output }
  if (valueOf({ node, keys, path: parsed.path }, outputs) !== undefined) return { source }
  if (parsed.fallback && schemaAt(source.schema, keys)) return { source }
  const where = source.tested ? `the last output of ${node}` : `the sample of ${node}`
  const problem = schemaAt(source.schema, keys)
    ? `${match} has no value in ${where}`
    : `${match} is not in the output of ${node}`
  return { source, problem }
}

const problemOfNode = (
  node: string,
  sources: readonly Source[],
  later: readonly string[],
): string => {
  if (later.includes(node)) return `${node} does not run before this step`
  const names = sources.map(({ name }) => name)
  return names.length > 0
    ? `There is no step named ${node}. Earlier steps: ${names.join(', ')}`
    : `There is no step named ${node}, and no step runs before this one`
}

const notAReference = (match: string): string => {
  const problem = referenceProblem(match)
  return `${match} ${problem}${problem.includes(':') ? '' : ': write ${node.member[0].member}'}`
}

/** What is declared of a value within an output; undefined where nothing is. */
export const schemaAt = (
  schema: PropertyManifest,
  [key, ...rest]: readonly string[],
): PropertyManifest | undefined => {
  if (key === undefined) return schema
  const next =
    schema.type === 'ARRAY'
      ? schema.items?.[0]
      : schema.properties?.find(({ name }) => name === key)
  return next && schemaAt(next, rest)
}
