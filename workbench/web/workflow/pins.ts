import type { NodeJson, WorkflowJson } from '../../api/index.ts'
import { nodesOf } from './nodes.ts'
import { currentNode } from './selectors.ts'
import { useEditor, type Editor } from './store.ts'

/** What stands in for the output of a node in tests and runs by hand; undefined where nothing does. */
export const pinOf = (node: Pick<NodeJson, 'metadata'> | undefined): unknown =>
  node?.metadata?.pinned?.output

export const isPinned = (node: Pick<NodeJson, 'metadata'> | undefined): boolean =>
  pinOf(node) !== undefined

/** Labels of the nodes that are pinned; a text, so that it can be compared. */
export const selectPinnedLabels = ({ workflow }: Editor): string =>
  workflow
    ? nodesOf(workflow.definition)
        .filter(isPinned)
        .map(({ name, label }) => label || name)
        .join(', ')
    : ''

/** It is saved with the workflow at every edit, so it must not be a whole list of thousands. */
const maxBytes = 200_000

/** Why an output can't be pinned; undefined where it can. */
export const pinProblem = (output: unknown): string | undefined => {
  if (output === null) return 'null can’t be pinned. Use {} for an empty output.'
  const bytes = JSON.stringify(output).length
  if (bytes <= maxBytes) return undefined
  return `This is ${Math.ceil(bytes / 1_000)} kB; at most ${maxBytes / 1_000} kB can be pinned. Take out some rows.`
}

export const pin = (name: string, output: unknown) => {
  const metadata = { ...currentNode(name)?.metadata, pinned: { output } }
  useEditor.getState().changeNode(name, { metadata })
}

export const unpin = (name: string) => {
  const { pinned: _, ...metadata } = currentNode(name)?.metadata ?? {}
  useEditor.getState().changeNode(name, { metadata })
}

export const setDisabled = (name: string, disabled: boolean) =>
  useEditor.getState().changeNode(name, { disabled })

/** The tasks that a run by hand is made of. */
export interface RunPart {
  readonly from?: string
  readonly until?: string
}

/** What has to be filled in for a run by hand: not what is left out, or given. */
export const runnable = (workflow: WorkflowJson, { from, until }: RunPart): WorkflowJson => {
  const { tasks } = workflow
  const indexOf = (name: string | undefined) => tasks.findIndex(task => task.name === name)
  const last = until === undefined ? tasks.length : indexOf(until) + 1
  const part = tasks.slice(Math.max(0, indexOf(from)), last)
  return { ...workflow, tasks: part.filter(task => !isPinned(task)) }
}
