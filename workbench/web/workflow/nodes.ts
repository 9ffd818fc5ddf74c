import { renameReferences } from '../../../engine/index.ts'
import type { NodeJson, WorkflowJson } from '../../api/index.ts'

/** All nodes in the order in which they run. */
export const nodesOf = ({ triggers, tasks }: WorkflowJson): readonly NodeJson[] => [
  ...triggers,
  ...tasks,
]

export const findNode = (workflow: WorkflowJson, name: string | undefined) =>
  nodesOf(workflow).find(node => node.name === name)

/** The nodes that run before the one with this name. */
export const nodesBefore = (workflow: WorkflowJson, name: string): readonly NodeJson[] => {
  const nodes = nodesOf(workflow)
  const end = nodes.findIndex(node => node.name === name)
  return nodes.slice(0, Math.max(0, end))
}

/** Changes every node; `change` gives the same one back where nothing is different. */
const mapNodes = (workflow: WorkflowJson, change: (node: NodeJson) => NodeJson): WorkflowJson => ({
  ...workflow,
  triggers: workflow.triggers.map(change),
  tasks: workflow.tasks.map(change),
})

export const changeNode = (
  workflow: WorkflowJson,
  name: string,
  change: Partial<Omit<NodeJson, 'name'>>,
): WorkflowJson => mapNodes(workflow, node => (node.name === name ? { ...node, ...change } : node))

/** `index` counts tasks; the new one stands there, and the others move down. */
export const insertTask = (
  workflow: WorkflowJson,
  task: NodeJson,
  index: number,
): WorkflowJson => ({
  ...workflow,
  tasks: workflow.tasks.toSpliced(index, 0, task),
})

/** There is one trigger at most; another takes its place. */
export const setTrigger = (workflow: WorkflowJson, trigger: NodeJson): WorkflowJson => ({
  ...workflow,
  triggers: [trigger],
})

/** Moves a task to where the gap `gap` is now: 0 is before the first, and so on. */
export const moveTask = (workflow: WorkflowJson, name: string, gap: number): WorkflowJson => {
  const from = workflow.tasks.findIndex(task => task.name === name)
  const task = workflow.tasks[from]
  if (!task || gap === from || gap === from + 1) return workflow
  const tasks = workflow.tasks.toSpliced(from, 1)
  return { ...workflow, tasks: tasks.toSpliced(gap > from ? gap - 1 : gap, 0, task) }
}

export const removeNode = (workflow: WorkflowJson, name: string): WorkflowJson => {
  const stays = (node: NodeJson) => node.name !== name
  return {
    ...workflow,
    triggers: workflow.triggers.filter(stays),
    tasks: workflow.tasks.filter(stays),
  }
}

/** Renames a node, and every reference to it. */
export const renameNode = (workflow: WorkflowJson, from: string, to: string): WorkflowJson => {
  if (from === to) return workflow
  const { outputs } = workflow
  const renamed = mapNodes(workflow, node => ({
    ...node,
    name: node.name === from ? to : node.name,
    parameters: Object.fromEntries(
      Object.entries(node.parameters).map(([key, value]) => [
        key,
        renameReferences(value, from, to),
      ]),
    ),
  }))
  if (!outputs) return renamed
  return { ...renamed, outputs: outputs.map(output => renameReferences(output, from, to)) }
}

/** Why a node can't be called so; undefined when it can. */
export const nameProblem = (workflow: WorkflowJson, now: string, name: string) => {
  if (name === now) return undefined
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    return 'Use letters, digits, _ and $, and don’t start with a digit.'
  return findNode(workflow, name) && `Another step is named ${name}.`
}
