import { renameReferences } from '../../../engine/index.ts'
import type { NodeJson, WorkflowJson } from '../../api/index.ts'
import { nodesOf } from './nodes.ts'

export interface Renamed {
  readonly from: string
  readonly to: string
}

/**
 * Gives the second node of a name, and further ones, a name of its own. A reference means the last
 * node of its name that runs before, and follows it.
 */
export const withUniqueNames = (
  workflow: WorkflowJson,
): { readonly workflow: WorkflowJson; readonly renamed: readonly Renamed[] } => {
  const { triggers, tasks, outputs } = workflow
  const taken = nodesOf(workflow).map(({ name }) => name)
  const { nodes, renamed, update } = renameTaken(nodesOf(workflow), [], taken)
  if (renamed.length === 0) return { workflow, renamed }
  const changed = {
    ...workflow,
    triggers: nodes.slice(0, triggers.length),
    tasks: nodes.slice(triggers.length, triggers.length + tasks.length),
    ...(outputs && { outputs: outputs.map(update) }),
  }
  return { workflow: changed, renamed }
}

/** Nodes that can be put beside those of a workflow. References among them follow. */
export const besideOthers = (
  nodes: readonly NodeJson[],
  workflow: WorkflowJson,
): readonly NodeJson[] => {
  const names = nodesOf(workflow).map(({ name }) => name)
  return renameTaken(nodes, names, [...names, ...nodes.map(({ name }) => name)]).nodes
}

/** Names that are in use get another one; new names are none of those that are taken. */
const renameTaken = (
  nodes: readonly NodeJson[],
  inUse: readonly string[],
  takenNames: readonly string[],
) => {
  const [used, taken] = [new Set(inUse), new Set(takenNames)]
  const latest = new Map<string, string>()
  const renamed: Renamed[] = []
  const update = (value: unknown): unknown =>
    [...latest].reduce((text, [from, to]) => renameReferences(text, from, to), value)
  const unique = (node: NodeJson): NodeJson => {
    const parameters = mapValues(node.parameters, update)
    if (!used.has(node.name)) {
      used.add(node.name)
      return latest.size > 0 ? { ...node, parameters } : node
    }
    const to = freeNameLike(node.name, taken)
    taken.add(to)
    latest.set(node.name, to)
    renamed.push({ from: node.name, to })
    return { ...node, name: to, parameters }
  }
  return { nodes: nodes.map(unique), renamed, update }
}

const freeNameLike = (name: string, taken: ReadonlySet<string>): string => {
  const stem = name.replace(/_\d+$/, '')
  let number = 2
  while (taken.has(`${stem}_${number}`)) number++
  return `${stem}_${number}`
}

const mapValues = (
  values: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
