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
  const taken = new Set(nodesOf(workflow).map(({ name }) => name))
  const seen = new Set<string>()
  const latest = new Map<string, string>()
  const renamed: Renamed[] = []
  const update = (value: unknown) =>
    [...latest].reduce((text, [from, to]) => renameReferences(text, from, to), value)
  const unique = (node: NodeJson): NodeJson => {
    const parameters = mapValues(node.parameters, update)
    if (!seen.has(node.name)) {
      seen.add(node.name)
      return latest.size > 0 ? { ...node, parameters } : node
    }
    const to = freeNameLike(node.name, taken)
    taken.add(to)
    latest.set(node.name, to)
    renamed.push({ from: node.name, to })
    return { ...node, name: to, parameters }
  }
  const triggers = workflow.triggers.map(unique)
  const tasks = workflow.tasks.map(unique)
  if (renamed.length === 0) return { workflow, renamed }
  const { outputs } = workflow
  const changed = { ...workflow, triggers, tasks, ...(outputs && { outputs: outputs.map(update) }) }
  return { workflow: changed, renamed }
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
