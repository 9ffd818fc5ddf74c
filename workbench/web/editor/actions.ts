import type { ComponentManifest } from '../../../definitions/index.ts'
import type { NodeJson } from '../../api/index.ts'
import {
  changeNode,
  insertTask,
  moveTask,
  nodesOf,
  removeNode,
  renameNode,
  setTrigger,
} from './nodes.ts'
import { newNode } from './newNode.ts'
import type { Offer } from './offers.ts'
import { useEditor } from './store.ts'
import { focusCard, useView } from './view.ts'

/** Puts an operation on the canvas: where it was dropped, where a + was pressed, or at the end. */
export const addOperation = (manifest: ComponentManifest, offer: Offer, droppedAt?: number) => {
  const { workflow, edit, select } = useEditor.getState()
  if (!workflow) return
  const { definition } = workflow
  if (offer.kind === 'trigger') {
    if (definition.triggers.length > 0) useView.setState({ replacing: offer })
    else placeTrigger(newNode(manifest, definition, offer))
    return
  }
  const task = newNode(manifest, definition, offer)
  const gap = droppedAt ?? useView.getState().gap ?? definition.tasks.length
  edit(before => insertTask(before, task, gap))
  useView.setState({ gap: undefined })
  select(task.name)
}

/** The new trigger takes over the name of the old one, so that references find it. */
export const replaceTrigger = (manifest: ComponentManifest, offer: Offer) => {
  const { workflow } = useEditor.getState()
  if (!workflow) return
  const node = newNode(manifest, workflow.definition, offer)
  placeTrigger({ ...node, name: workflow.definition.triggers[0]?.name ?? node.name })
  useView.setState({ replacing: undefined })
}

const placeTrigger = (trigger: NodeJson) => {
  const { edit, select } = useEditor.getState()
  edit(before => setTrigger(before, trigger))
  select(trigger.name)
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
  const { edit, select, selected } = useEditor.getState()
  edit(before => renameNode(changeNode(before, from, { label }), from, to))
  if (selected === from) select(to)
}

/** Moves a task up or down by one, for those who don't drag. */
export const moveBy = (name: string, by: -1 | 1) => {
  const { workflow } = useEditor.getState()
  const tasks = workflow?.definition.tasks ?? []
  const index = tasks.findIndex(task => task.name === name)
  const gap = by === -1 ? index - 1 : index + 2
  if (index !== -1 && gap >= 0 && gap <= tasks.length) moveTo(name, gap)
  focusCard(name)
}
