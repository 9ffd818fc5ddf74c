import { create } from 'zustand'
import type { NodeJson, WorkflowView } from '../../api/index.ts'

/** The workflow on the canvas. The panel and the canvas both read and change it here. */
export interface Editor {
  readonly workflow: WorkflowView | undefined
  /** The name of the node whose panel is open. */
  readonly selected: string | undefined
  select(name: string | undefined): void
  /** Changes one node; its name stays. An edit that can be undone. */
  changeNode(name: string, change: Partial<Omit<NodeJson, 'name'>>): void
  setConnection(connectionId: string | null): void
  setSample(name: string, output: unknown): void
}

export const useEditor = create<Editor>()((set, get) => ({
  workflow: undefined,
  selected: undefined,
  select: selected => set({ selected }),
  changeNode(name, change) {
    const { workflow } = get()
    if (!workflow) return
    const edit = (node: NodeJson) => (node.name === name ? { ...node, ...change } : node)
    const { triggers, tasks, ...definition } = workflow.definition
    const edited = { ...definition, triggers: triggers.map(edit), tasks: tasks.map(edit) }
    set({ workflow: { ...workflow, definition: edited } })
  },
  setConnection(connectionId) {
    const { workflow } = get()
    if (workflow) set({ workflow: { ...workflow, connectionId } })
  },
  setSample(name, output) {
    const { workflow } = get()
    if (workflow)
      set({ workflow: { ...workflow, samples: { ...workflow.samples, [name]: output } } })
  },
}))
