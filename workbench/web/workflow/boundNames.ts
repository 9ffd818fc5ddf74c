import type { NodeJson, WorkflowJson } from '../../api/index.ts'

/** A definition with the keys that the server has found for its names; the same one where it has them. */
export const withBoundNames = (mine: WorkflowJson, saved: WorkflowJson): WorkflowJson => {
  const triggers = merged(mine.triggers, saved.triggers)
  const tasks = merged(mine.tasks, saved.tasks)
  return triggers === mine.triggers && tasks === mine.tasks ? mine : { ...mine, triggers, tasks }
}

const merged = (mine: readonly NodeJson[], saved: readonly NodeJson[]): readonly NodeJson[] => {
  const nodes = mine.map((node, index) => {
    const other = saved[index]
    return other?.name === node.name && namesOf(other) !== namesOf(node) ? other : node
  })
  return nodes.some((node, index) => node !== mine[index]) ? nodes : mine
}

const namesOf = ({ metadata }: NodeJson) => JSON.stringify(metadata?.boundNames)
