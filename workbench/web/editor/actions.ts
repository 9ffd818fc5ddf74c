import type { ComponentManifest } from '../../../definitions/index.ts'
import type { NodeJson } from '../../api/index.ts'
import { focusCard } from '../shared/focusCard.ts'
import { fromClipboard, toClipboard } from '../workflow/clipboard.ts'
import { editStep } from '../workflow/editStep.ts'
import { dropInvalidDrafts, renameInvalidDrafts } from '../workflow/invalidDrafts.ts'
import { newNode } from '../workflow/newNode.ts'
import {
  changeNode,
  insertTask,
  moveTask,
  nodesOf,
  removeNode,
  renameNode,
  setTrigger,
} from '../workflow/nodes.ts'
import type { PaletteEntry } from '../workflow/palette.ts'
import { useEditor } from '../workflow/store.ts'
import { besideOthers } from '../workflow/uniqueNames.ts'
import { useUiState } from './uiState.ts'

/** Puts an operation on the canvas: where it was dropped, where a + was pressed, or at the end. */
export const addOperation = (
  manifest: ComponentManifest,
  entry: PaletteEntry,
  droppedAt?: number,
) => {
  const { workflow, edit } = useEditor.getState()
  if (!workflow) return
  const { definition } = workflow
  useUiState.setState({ isPaletteOpen: false })
  if (entry.kind === 'trigger') {
    if (definition.triggers.length > 0) useUiState.setState({ replacing: entry })
    else placeTrigger(newNode(manifest, definition, entry))
    return
  }
  const task = newNode(manifest, definition, entry)
  // A node of this name may have been removed before.
  dropInvalidDrafts(workflow.id, task.name)
  const gap = droppedAt ?? useUiState.getState().gap ?? definition.tasks.length
  edit(before => insertTask(before, task, gap))
  useUiState.setState({ gap: undefined })
  editStep(task.name)
}

/** The new trigger takes over the name of the old one, so that references find it. */
export const replaceTrigger = (manifest: ComponentManifest, entry: PaletteEntry) => {
  const { workflow } = useEditor.getState()
  if (!workflow) return
  const node = newNode(manifest, workflow.definition, entry)
  placeTrigger({ ...node, name: workflow.definition.triggers[0]?.name ?? node.name })
  useUiState.setState({ replacing: undefined })
}

const placeTrigger = (trigger: NodeJson) => {
  useEditor.getState().edit(before => setTrigger(before, trigger))
  editStep(trigger.name)
}

export const moveTo = (name: string, gap: number) =>
  useEditor.getState().edit(before => moveTask(before, name, gap))

export const remove = (name: string) => {
  const { workflow, edit, select, selected } = useEditor.getState()
  const nodes = workflow ? nodesOf(workflow.definition) : []
  const at = nodes.findIndex(node => node.name === name)
  edit(before => removeNode(before, name))
  if (selected === name) select(undefined)
  focusCard((nodes[at + 1] ?? nodes[at - 1])?.name)
}

export const rename = (from: string, to: string, label: string) => {
  const { workflow, edit, select, selected } = useEditor.getState()
  if (workflow) renameInvalidDrafts(workflow.id, from, to)
  edit(before => renameNode(changeNode(before, from, { label }), from, to))
  if (selected === from) select(to)
}

/** Moves a task up or down by one, as an alternative to dragging. */
export const moveBy = (name: string, by: -1 | 1) => {
  const { workflow } = useEditor.getState()
  const tasks = workflow?.definition.tasks ?? []
  const index = tasks.findIndex(task => task.name === name)
  const gap = by === -1 ? index - 1 : index + 2
  if (index !== -1 && gap >= 0 && gap <= tasks.length) moveTo(name, gap)
  focusCard(name)
}

/** Puts steps where a + was pressed, below the one that is open, or at the end. */
const insertNodes = (nodes: readonly NodeJson[], after: string | undefined) => {
  const { workflow, edit } = useEditor.getState()
  if (!workflow) return
  const { definition } = workflow
  const { tasks } = definition
  const index = tasks.findIndex(({ name }) => name === after)
  const gap = useUiState.getState().gap ?? (index === -1 ? tasks.length : index + 1)
  const added = besideOthers(nodes, definition)
  for (const { name } of added) dropInvalidDrafts(workflow.id, name)
  edit(before => added.reduce((to, node, at) => insertTask(to, node, gap + at), before))
  useUiState.setState({ gap: undefined })
  useEditor.getState().select(added[0]?.name)
  focusCard(added[0]?.name)
}

/** Triggers are not: a workflow has one. */
export const duplicate = (name: string) => {
  const task = taskNamed(name)
  if (task) insertNodes([task], name)
}

export const copy = async (name: string): Promise<void> => {
  const task = taskNamed(name)
  if (task) await navigator.clipboard.writeText(toClipboard([task]))
}

/** False where the text is about something else. */
export const paste = (text: string): boolean => {
  const nodes = fromClipboard(text)
  if (nodes) insertNodes(nodes, useEditor.getState().selected)
  return nodes !== undefined
}

const taskNamed = (name: string): NodeJson | undefined =>
  useEditor.getState().workflow?.definition.tasks.find(task => task.name === name)
