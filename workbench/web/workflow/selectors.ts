import type { NodeJson } from '../../api/index.ts'
import { nodesOf } from './nodes.ts'
import { nodeIn, useEditor, type Editor } from './store.ts'

/** Parts of the editor's state. A component that reads one renders again only when that changes. */
export const selectWorkflowId = ({ workflow }: Editor) => workflow?.id
export const selectDefinition = ({ workflow }: Editor) => workflow?.definition
export const selectLabel = ({ workflow }: Editor) => workflow?.definition.label
export const selectConnectionId = ({ workflow }: Editor) => workflow?.connectionId ?? null
export const selectSamples = ({ workflow }: Editor) => workflow?.samples
export const selectTrigger = ({ workflow }: Editor) => workflow?.definition.triggers[0]
export const selectTriggerLabel = (editor: Editor) => selectTrigger(editor)?.label
export const selectHasTrigger = (editor: Editor) => selectTrigger(editor) !== undefined
export const selectHasTasks = ({ workflow }: Editor) => (workflow?.definition.tasks.length ?? 0) > 0
export const selectIsOn = ({ workflow }: Editor) => workflow?.on ?? false
export const selectWebhookUrl = ({ workflow }: Editor) => workflow?.webhookUrl
export const selectSelected = ({ selected }: Editor) => selected
export const selectHasSelected = ({ selected }: Editor) => selected !== undefined
export const selectOtherProblems = ({ problems }: Editor) => problems.others
export const selectCanUndo = ({ history }: Editor) => history.past.length > 0
export const selectCanRedo = ({ history }: Editor) => history.future.length > 0

const namesOf = (nodes: readonly NodeJson[] = []) => nodes.map(({ name }) => name)

/** Lists, to be read with `useShallow`. */
export const selectTriggerNames = ({ workflow }: Editor) => namesOf(workflow?.definition.triggers)
export const selectTaskNames = ({ workflow }: Editor) => namesOf(workflow?.definition.tasks)
export const selectNodeNames = ({ workflow }: Editor) =>
  namesOf(workflow && nodesOf(workflow.definition))
export const selectNodeTypes = ({ workflow }: Editor) =>
  workflow ? nodesOf(workflow.definition).map(({ type }) => type) : []

/** Of one node, whose parameters change with every keystroke in its form. */
export const useNodeType = (name: string) => useEditor(editor => nodeIn(editor, name)?.type)
export const useNodeLabel = (name: string) => useEditor(editor => nodeIn(editor, name)?.label)

/** The node with this name; undefined once it has been removed. */
export const useNode = (name: string | undefined): NodeJson | undefined =>
  useEditor(editor => nodeIn(editor, name))

/** The same, outside of components. */
export const currentNode = (name: string): NodeJson | undefined =>
  nodeIn(useEditor.getState(), name)
