import { useState } from 'react'
import { inputsOf } from '../../validation/inputs.ts'
import { parametersOf, type Parameters } from '../../validation/parameters.ts'
import { useEditor } from '../../workflow/store.ts'
import { usePanelNode, usePanelNodeJson } from '../nodeContext.ts'

interface State {
  readonly draft: unknown
  /** The parameters that it has become. */
  readonly stored: Parameters
}

/**
 * What stands in the form, empty rows and hidden fields included, and a way to change it that
 * brings the node's parameters along. What changes them elsewhere, such as undo, is taken over.
 */
export const useDraft = () => {
  const { operation } = usePanelNode()
  const { name, parameters } = usePanelNodeJson()
  const { changeNode } = useEditor.getState()
  const [state, setState] = useState<State>({ draft: parameters, stored: parameters })
  if (parameters !== state.stored) setState({ draft: parameters, stored: parameters })
  const change = (draft: unknown) => {
    const now = parametersOf(inputsOf(operation), draft)
    const isSame = JSON.stringify(now) === JSON.stringify(state.stored)
    setState({ draft, stored: isSame ? state.stored : now })
    if (!isSame) changeNode(name, { parameters: now })
  }
  return { draft: state.draft, change }
}
