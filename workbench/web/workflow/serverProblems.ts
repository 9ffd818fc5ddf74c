import type { FieldProblem, WorkflowJson } from '../../api/index.ts'

/** Problems by the name of their node, with paths from its parameters. */
export interface Problems {
  readonly ofNode: ReadonlyMap<string, readonly FieldProblem[]>
  /** What is wrong with the workflow itself. */
  readonly others: readonly FieldProblem[]
}

export const problemsByNode = (
  workflow: WorkflowJson,
  problems: readonly FieldProblem[],
): Problems => {
  const ofNode = new Map<string, FieldProblem[]>()
  const others: FieldProblem[] = []
  for (const { path, problem } of problems) {
    const [, list, index, rest = ''] = /^(triggers|tasks)\[(\d+)\]\.?(.*)$/.exec(path) ?? []
    const nodes = list === 'triggers' ? workflow.triggers : workflow.tasks
    const name = index === undefined ? undefined : nodes[Number(index)]?.name
    if (name === undefined) {
      others.push({ path, problem })
      continue
    }
    const within = { path: rest.replace(/^parameters\.?/, ''), problem }
    ofNode.set(name, [...(ofNode.get(name) ?? []), within])
  }
  return { ofNode, others }
}
