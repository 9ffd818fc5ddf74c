import { create } from 'zustand'
import type { NodeJson, WorkflowJson, WorkflowView } from '../../api/index.ts'
import { withBoundNames } from './boundNames.ts'
import { changedField } from './changedField.ts'
import { emptyHistory, redo, pushHistory, undo, type Draft, type History } from './history.ts'
import { changeNode, findNode } from './nodes.ts'
import { problemsByNode, type Problems } from './serverProblems.ts'

/** The workflow on the canvas. The panel and the canvas both read and change it here. */
export interface Editor {
  readonly workflow: WorkflowView | undefined
  /** The name of the node whose panel is open. */
  readonly selected: string | undefined
  /** What the server has. */
  readonly saved: Draft | undefined
  /** What the server finds wrong with that. */
  readonly problems: Problems
  readonly history: History
  /** Puts a workflow on the canvas; what was there before is forgotten. */
  open(workflow: WorkflowView | undefined): void
  select(name: string | undefined): void
  /** Any edit that can be undone; those about the same thing in a row are undone together. */
  edit(change: (workflow: WorkflowJson) => WorkflowJson, about?: string): void
  /** Changes one node; its name stays. An edit that can be undone. */
  changeNode(name: string, change: Partial<Omit<NodeJson, 'name'>>): void
  setConnection(connectionId: string | null): void
  /** Outputs of nodes, by their names. */
  setSamples(samples: WorkflowView['samples']): void
  undo(): void
  redo(): void
  /** The server has saved `sent`, and says how the workflow stands now. */
  accept(answer: WorkflowView, sent: Draft): void
}

export const nodeIn = ({ workflow }: Pick<Editor, 'workflow'>, name: string | undefined) =>
  workflow && findNode(workflow.definition, name)

export const draftOf = ({ definition, connectionId }: WorkflowView): Draft => ({
  definition,
  connectionId,
})

const none: Problems = { ofNode: new Map(), others: [] }

/** There is something that the server does not have yet. */
export const isUnsaved = ({ workflow, saved }: Editor): boolean =>
  workflow !== undefined &&
  (workflow.definition !== saved?.definition || workflow.connectionId !== saved.connectionId)

export const useEditor = create<Editor>()((set, get) => {
  const change = (draft: Partial<Draft>, about?: string) => {
    const { workflow, history } = get()
    if (!workflow) return
    const after = { ...workflow, ...draft }
    set({ workflow: after, history: pushHistory(history, draftOf(workflow), Date.now(), about) })
  }
  const step = (to: typeof undo) => {
    const { workflow, history, selected } = get()
    const result = workflow && to(history, draftOf(workflow))
    if (!result) return
    const { definition } = result.draft
    set({
      workflow: { ...workflow, ...result.draft },
      history: result.history,
      selected: findNode(definition, selected)?.name,
    })
  }
  return {
    workflow: undefined,
    selected: undefined,
    saved: undefined,
    problems: none,
    history: emptyHistory,
    // What was selected in another workflow says nothing of this one, whatever its names.
    open: workflow =>
      set({
        workflow,
        saved: workflow && draftOf(workflow),
        problems: workflow ? problemsByNode(workflow.definition, workflow.problems) : none,
        history: emptyHistory,
        selected:
          workflow && workflow.id === get().workflow?.id
            ? findNode(workflow.definition, get().selected)?.name
            : undefined,
      }),
    select: selected => set({ selected }),
    edit(edit, about) {
      const { workflow } = get()
      const definition = workflow && edit(workflow.definition)
      if (definition && definition !== workflow.definition) change({ definition }, about)
    },
    changeNode(name, edit) {
      const node = nodeIn(get(), name)
      const field = node && changedField(node, { ...node, ...edit })
      const about = field === undefined ? undefined : `${name} ${field}`
      get().edit(definition => changeNode(definition, name, edit), about)
    },
    setConnection: connectionId => change({ connectionId }),
    setSamples(samples) {
      const { workflow } = get()
      if (workflow) set({ workflow: { ...workflow, samples: { ...workflow.samples, ...samples } } })
    },
    undo: () => step(undo),
    redo: () => step(redo),
    accept(answer, sent) {
      const { workflow, saved: before } = get()
      if (workflow?.id !== answer.id) return
      // Outputs of another account are no examples for this one.
      const isSameAccount = before?.connectionId === sent.connectionId
      const isKnown = Object.keys(answer.samples).every(name =>
        Object.hasOwn(workflow.samples, name),
      )
      const known = isKnown ? workflow.samples : { ...answer.samples, ...workflow.samples }
      const samples = isSameAccount ? known : answer.samples
      const isEdited = workflow.definition !== sent.definition
      const definition = withBoundNames(sent.definition, answer.definition)
      const saved = isEdited ? sent : { ...sent, definition }
      const draft = isEdited ? draftOf(workflow) : { ...draftOf(workflow), definition }
      set({
        workflow: { ...answer, ...draft, samples },
        saved,
        problems: problemsByNode(sent.definition, answer.problems),
      })
    },
  }
})
