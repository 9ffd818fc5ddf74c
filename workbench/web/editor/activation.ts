import { create } from 'zustand'
import { useQueryClient } from '@tanstack/react-query'
import type { Problem, WorkflowView } from '../../api/index.ts'
import { useComponent } from '../shared/component.ts'
import { call } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { usePublicUrl } from '../shared/PublicUrl.tsx'
import { useConnections } from '../shared/queries.ts'
import { incompleteProblem } from '../validation/nodeErrors.ts'
import { saveNow } from '../workflow/autosave.ts'
import type { Check } from '../workflow/run.ts'
import { selectPinnedLabels } from '../workflow/pins.ts'
import { selectConnectionId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'

interface Activation {
  readonly isPending: boolean
  /** A dialog asks for what is missing, or says what has gone wrong. */
  readonly dialog: 'on' | 'off' | undefined
  readonly problem: Problem | undefined
}

const idle: Activation = { isPending: false, dialog: undefined, problem: undefined }

export const useActivation = create<Activation>()(() => idle)
export const closeDialog = () => useActivation.setState(idle)

const setActive = async (to: 'on' | 'off', publicUrl: string | undefined, check: Check) => {
  useActivation.setState({ isPending: true, problem: undefined })
  try {
    const { workflow } = useEditor.getState()
    const problem = workflow && to === 'on' && (await check(workflow.definition))
    if (problem) return useActivation.setState({ isPending: false, dialog: to, problem })
    if (workflow && (await saveNow())) await send(workflow.id, to, publicUrl)
    useActivation.setState(idle)
  } catch (error) {
    useActivation.setState({ isPending: false, dialog: to, problem: problemOf(error) })
  }
}

const send = async (id: string, to: 'on' | 'off', publicUrl: string | undefined) => {
  const body = publicUrl ? { publicUrl } : {}
  const answer = await call<WorkflowView>('POST', `/api/workflows/${id}/${to}`, body)
  const { saved, accept } = useEditor.getState()
  if (saved) accept(answer, saved)
}

/** An account that is a real one needs a way to reach this machine. */
export const useSetActive = () => {
  const queries = useQueryClient()
  const { data: manifest } = useComponent()
  const { data: connections } = useConnections()
  const [publicUrl] = usePublicUrl()
  const connectionId = useEditor(selectConnectionId)
  const isReal = connections?.find(({ id }) => id === connectionId)?.sandbox === false
  const check: Check = async workflow => manifest && incompleteProblem(queries, manifest, workflow)
  const to = (state: 'on' | 'off') =>
    void setActive(state, isReal && state === 'on' ? publicUrl : undefined, check)
  return {
    isReal,
    to,
    toggle: (on: boolean) => {
      const asks = isReal || selectPinnedLabels(useEditor.getState()) !== ''
      if (!on && asks) useActivation.setState({ ...idle, dialog: 'on' })
      else to(on ? 'off' : 'on')
    },
  }
}
