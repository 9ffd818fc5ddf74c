import { useState } from 'react'
import { useEditor } from '../../editor/store.ts'
import { inputsOf, usePanelNode } from '../nodeContext.ts'
import { parametersOf, type Parameters } from './parameters.ts'

interface State {
  readonly draft: unknown
  /** The parameters that it has become. */
  readonly kept: Parameters
}

/**
 * What stands in the form, empty rows and hidden fields included, and a way to change it that
 * brings the node's parameters along. What changes them elsewhere, such as undo, is taken over.
 */
export const useDraft = () => {
  const { node, operation } = usePanelNode()
  const { name, parameters } = node
  const changeNode = useEditor(editor => editor.changeNode)
  const [state, setState] = useState<State>({ draft: parameters, kept: parameters })
  if (parameters !== state.kept) setState({ draft: parameters, kept: parameters })
  const change = (draft: unknown) => {
    const now = parametersOf(inputsOf(operation), draft)
    const isSame = JSON.stringify(now) === JSON.stringify(state.kept)
    setState({ draft, kept: isSame ? state.kept : now })
    if (!isSame) changeNode(name, { parameters: now })
  }
  return { draft: state.draft, change }
}
