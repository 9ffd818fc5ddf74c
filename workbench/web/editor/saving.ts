import { create } from 'zustand'
import type { Problem, WorkflowView } from '../../api/index.ts'
import { call, currentIn, Refused } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { draftOf, isUnsaved, useEditor } from './store.ts'

export type Saving =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'unreachable' }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'changed'; readonly theirs: WorkflowView }

const afterTyping = 500
const untilNextTry = 2_000

/** How the workflow on the canvas stands with the server. */
export const useSaving = create<Saving>()(() => ({ state: 'saved' }))
const become = (saving: Saving) => useSaving.setState(saving, true)

let timer: ReturnType<typeof setTimeout> | undefined
let underWay: Promise<boolean> = Promise.resolve(true)

const later = (ms: number) => {
  clearTimeout(timer)
  timer = setTimeout(() => void saveNow(), ms)
}

/** Edits are saved by themselves, when typing pauses. */
export const watchEdits = () =>
  useEditor.subscribe((now, before) => {
    if (now.workflow === before.workflow || !isUnsaved(now)) return
    const { state } = useSaving.getState()
    if (state === 'changed') return
    if (state === 'saved' || state === 'refused') become({ state: 'waiting' })
    later(afterTyping)
  })

/** Saves what is unsaved, and says whether the server now has all of it. */
export const saveNow = (): Promise<boolean> => {
  clearTimeout(timer)
  underWay = underWay.then(saveAll)
  return underWay
}

const saveAll = async (): Promise<boolean> => {
  while (isUnsaved(useEditor.getState()))
    if (useSaving.getState().state === 'changed' || !(await put())) return false
  return true
}

const put = async (): Promise<boolean> => {
  const { workflow, accept } = useEditor.getState()
  if (!workflow) return true
  const sent = draftOf(workflow)
  become({ state: 'saving' })
  try {
    const { id, version } = workflow
    accept(await call<WorkflowView>('PUT', `/api/workflows/${id}`, { ...sent, version }), sent)
    become({ state: 'saved' })
    return true
  } catch (error) {
    become(failed(error))
    return false
  }
}

const failed = (error: unknown): Saving => {
  const theirs = currentIn<WorkflowView>(error)
  if (theirs) return { state: 'changed', theirs }
  const status = error instanceof Refused ? error.status : 400
  // 403: a restarted server gives out a new token, which the next try asks for.
  if (status !== 0 && status !== 403 && status < 500)
    return { state: 'refused', problem: problemOf(error) }
  later(untilNextTry)
  return { state: 'unreachable' }
}

/** Two tabs have changed it: what the other has saved replaces this tab's edits. */
export const loadTheirs = (theirs: WorkflowView) => {
  become({ state: 'saved' })
  useEditor.getState().open(theirs)
}

/** Two tabs have changed it: this tab's edits replace what the other has saved. */
export const keepMine = (theirs: WorkflowView) => {
  become({ state: 'waiting' })
  useEditor.getState().accept(theirs, draftOf(theirs))
  void saveNow()
}
