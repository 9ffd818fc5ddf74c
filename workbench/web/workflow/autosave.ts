import { create } from 'zustand'
import type { Problem, WorkflowView } from '../../api/index.ts'
import { call, currentIn, outlives, ApiRequestError } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { draftOf, isUnsaved, useEditor } from './store.ts'

export type SaveState =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'unreachable' }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'changed'; readonly theirs: WorkflowView }

const debounceMs = 500
const retryDelayMs = 2_000

/** How the workflow on the canvas stands with the server. */
export const useSaveState = create<SaveState>()(() => ({ state: 'saved' }))
const setSaveState = (saving: SaveState) => useSaveState.setState(saving, true)

let timer: ReturnType<typeof setTimeout> | undefined
let inProgress: Promise<boolean> = Promise.resolve(true)

const later = (ms: number) => {
  clearTimeout(timer)
  timer = setTimeout(() => void saveNow(), ms)
}

/** Edits are saved by themselves, when typing pauses. */
export const watchEdits = () =>
  useEditor.subscribe((now, before) => {
    if (now.workflow === before.workflow || !isUnsaved(now)) return
    const { state } = useSaveState.getState()
    if (state === 'changed') return
    if (state === 'saved' || state === 'refused') setSaveState({ state: 'waiting' })
    later(debounceMs)
  })

/** Saves what is unsaved, and says whether the server now has all of it. */
export const saveNow = (): Promise<boolean> => {
  clearTimeout(timer)
  inProgress = inProgress.then(saveAll)
  return inProgress
}

/** Saves as the page goes. Says whether that is sure, or the user has to be asked first. */
export const saveOnLeaving = (): boolean => {
  const editor = useEditor.getState()
  if (!isUnsaved(editor) || !editor.workflow) return true
  const { state } = useSaveState.getState()
  void saveNow()
  return state === 'waiting' && outlives(JSON.stringify(draftOf(editor.workflow)))
}

const saveAll = async (): Promise<boolean> => {
  while (isUnsaved(useEditor.getState()))
    if (useSaveState.getState().state === 'changed' || !(await put())) return false
  return true
}

const put = async (): Promise<boolean> => {
  const { workflow, accept } = useEditor.getState()
  if (!workflow) return true
  const sent = draftOf(workflow)
  setSaveState({ state: 'saving' })
  try {
    const { id, version } = workflow
    accept(await call<WorkflowView>('PUT', `/api/workflows/${id}`, { ...sent, version }), sent)
    setSaveState({ state: 'saved' })
    return true
  } catch (error) {
    setSaveState(failed(error))
    return false
  }
}

const failed = (error: unknown): SaveState => {
  const theirs = currentIn<WorkflowView>(error)
  if (theirs) return { state: 'changed', theirs }
  const status = error instanceof ApiRequestError ? error.status : 400
  // 403: a restarted server gives out a new token, which the next try asks for.
  if (status !== 0 && status !== 403 && status < 500)
    return { state: 'refused', problem: problemOf(error) }
  later(retryDelayMs)
  return { state: 'unreachable' }
}

/** Two tabs have changed it: what the other has saved replaces this tab's edits. */
export const loadTheirs = (theirs: WorkflowView) => {
  setSaveState({ state: 'saved' })
  useEditor.getState().open(theirs)
}

/** Two tabs have changed it: this tab's edits replace what the other has saved. */
export const keepMine = (theirs: WorkflowView) => {
  setSaveState({ state: 'waiting' })
  useEditor.getState().accept(theirs, draftOf(theirs))
  void saveNow()
}
