import { create } from 'zustand'
import { useQueryClient } from '@tanstack/react-query'
import type { Problem, WorkflowView } from '../../api/index.ts'
import { usePublicUrl } from '../panel/output/PublicUrl.tsx'
import { useComponent } from '../shared/component.ts'
import { call } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { useConnections } from '../shared/queries.ts'
import { unfinished } from './mistakes.ts'
import type { Check } from './run.ts'
import { saveNow } from './saving.ts'
import { useEditor } from './store.ts'

interface Turning {
  readonly isPending: boolean
  /** A dialog asks for what is missing, or says what has gone wrong. */
  readonly dialog: 'on' | 'off' | undefined
  readonly problem: Problem | undefined
}

const idle: Turning = { isPending: false, dialog: undefined, problem: undefined }

export const useTurning = create<Turning>()(() => idle)
export const closeDialog = () => useTurning.setState(idle)

const turn = async (to: 'on' | 'off', publicUrl: string | undefined, check: Check) => {
  useTurning.setState({ isPending: true, problem: undefined })
  try {
    const { workflow } = useEditor.getState()
    const problem = workflow && to === 'on' && (await check(workflow.definition))
    if (problem) return useTurning.setState({ isPending: false, dialog: to, problem })
    if (workflow && (await saveNow())) await send(workflow.id, to, publicUrl)
    useTurning.setState(idle)
  } catch (error) {
    useTurning.setState({ isPending: false, dialog: to, problem: problemOf(error) })
  }
}

const send = async (id: string, to: 'on' | 'off', publicUrl: string | undefined) => {
  const body = publicUrl ? { publicUrl } : {}
  const answer = await call<WorkflowView>('POST', `/api/workflows/${id}/${to}`, body)
  const { saved, accept } = useEditor.getState()
  if (saved) accept(answer, saved)
}

/** An account that is a real one needs a way to reach this machine. */
export const useTurn = () => {
  const queries = useQueryClient()
  const { data: manifest } = useComponent()
  const { data: connections } = useConnections()
  const [publicUrl] = usePublicUrl()
  const connectionId = useEditor(({ workflow }) => workflow?.connectionId)
  const isReal = connections?.find(({ id }) => id === connectionId)?.sandbox === false
  const check: Check = async workflow => manifest && unfinished(queries, manifest, workflow)
  const to = (state: 'on' | 'off') =>
    void turn(state, isReal && state === 'on' ? publicUrl : undefined, check)
  return {
    isReal,
    to,
    toggle: (on: boolean) => {
      if (!on && isReal && publicUrl === '') useTurning.setState({ ...idle, dialog: 'on' })
      else to(on ? 'off' : 'on')
    },
  }
}
