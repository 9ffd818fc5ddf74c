import { create } from 'zustand'
import type { Problem, TestLine, WorkflowJson, WorkflowView } from '../../api/index.ts'
import { call, lines } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { saveNow } from './autosave.ts'
import { advance, markCancelled, initialProgress, type RunProgress } from './runProgress.ts'
import { runnable, type RunPart } from './pins.ts'
import { useEditor } from './store.ts'

export interface Running extends RunProgress {
  /** When it began. */
  readonly at?: number
  /** Of a run that goes on. */
  readonly abort?: AbortController | undefined
}

/** The run that was started here, as the canvas shows it. */
export const useRun = create<Running>()(() => initialProgress)

export const cancelRun = () => useRun.getState().abort?.abort()

export const clearRun = () => {
  cancelRun()
  useRun.setState(initialProgress, true)
}

/** It is made to happen, is the last one, that of an earlier run, pinned, or the definition's sample. */
export type EventSource = 'cause' | 'last' | 'run' | 'sample' | 'pinned'

/** What a run begins with. */
export interface RunEvent {
  readonly source: EventSource
  readonly label: string
  /** The earlier run. */
  readonly runId?: number
  /** When that was. */
  readonly at?: number
}

/** Says why it is too early to run. */
export type Check = (workflow: WorkflowJson) => Promise<Problem | undefined>

const showEveryMs = 100

/** Runs the workflow on the canvas; what is unsaved is saved first. */
export const startRun = async ({ source, runId }: RunEvent, check: Check, part: RunPart = {}) => {
  const abort = new AbortController()
  const { signal } = abort
  clearRun()
  useRun.setState({ nodes: {}, at: Date.now(), abort }, true)
  const change = (to: (progress: Running) => Running) => {
    if (useRun.getState().abort === abort) useRun.setState(to(useRun.getState()), true)
  }
  // A run may send hundreds of lines a second; the page is drawn for many of them at once.
  const arrived: TestLine[] = []
  const show = () => {
    const taken = arrived.splice(0)
    if (taken.length > 0) change(progress => ({ ...taken.reduce(advance, progress), abort }))
  }
  const timer = setInterval(show, showEveryMs)
  try {
    const { workflow } = useEditor.getState()
    const error = workflow && (await check(runnable(workflow.definition, part)))
    if (error) return change(progress => ({ ...progress, error }))
    const id = workflow?.id
    // What keeps it from being saved is told on the canvas.
    if (id === undefined || !(await saveNow())) return
    const body = { event: source, ...(runId !== undefined && { runId }), ...part }
    for await (const line of lines<TestLine>(`/api/workflows/${id}/run`, body, signal))
      arrived.push(line)
    show()
    await refreshSamples(id)
  } catch (error) {
    if (!signal.aborted) change(progress => ({ ...progress, error: problemOf(error) }))
  } finally {
    clearInterval(timer)
    show()
    change(progress => ({ ...markCancelled(progress), abort: undefined }))
  }
}

/** What the nodes have put out is kept for the forms of the nodes after them. */
const refreshSamples = async (id: string) => {
  const { samples } = await call<WorkflowView>('GET', `/api/workflows/${id}`)
  const { workflow, setSamples } = useEditor.getState()
  if (workflow?.id === id) setSamples(samples)
}
