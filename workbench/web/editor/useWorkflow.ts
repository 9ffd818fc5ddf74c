import { useEffect } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import type { WorkflowView } from '../../api/index.ts'
import { call } from '../shared/http.ts'
import { useServerEvents } from '../shared/serverEvents.ts'
import { saveNow, saveOnLeaving, watchEdits } from '../workflow/autosave.ts'
import { editStep } from '../workflow/editStep.ts'
import { selectDraftCount, useInvalidDrafts } from '../workflow/invalidDrafts.ts'
import { clearRun, useRun } from '../workflow/run.ts'
import { selectNodeNames } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { withUniqueNames } from '../workflow/uniqueNames.ts'
import { tellRenamed, useUiState } from './uiState.ts'

const lastKey = 'workflow'

/** The one that was open last, if it is still there; else the first of the list. */
export const lastOpened = (ids: readonly string[]): string | undefined => {
  const last = localStorage.getItem(lastKey) ?? ''
  return ids.includes(last) ? last : ids[0]
}

/** Puts the workflow on the canvas, keeps it saved, and follows what other tabs make of it. */
export const useWorkflow = (id: string) => {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['workflow', id],
    queryFn: () => call<WorkflowView>('GET', `/api/workflows/${id}`),
    // A canvas must never start from what was there some time ago.
    gcTime: 0,
    refetchOnMount: 'always',
  })
  useEffect(() => {
    if (data) void show(data)
  }, [data])
  useEffect(watchEdits, [])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      // A run that was started here ends with the page.
      const isRunning = useRun.getState().abort !== undefined
      if (!saveOnLeaving() || isRunning || hasInvalidDrafts(id) || hasJsonDraft())
        event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [id])
  useServerEvents(line => {
    if (line.type === 'workflow' ? line.workflow.id !== id : line.type !== 'workflows') return
    // This may be the answer to what is being saved here.
    void saveNow().then(() => {
      const isKnown = line.type === 'workflow' && line.version === versionHere()
      if (!isKnown) void queries.invalidateQueries({ queryKey: ['workflow', id] })
    })
  })
  const isShown = useEditor(({ workflow }) => workflow?.id === id)
  useWantedStep(isShown)
  return { isShown, error, refetch }
}

/** A workflow may have been stored with two nodes of one name. */
const renameDuplicates = (id: string) => {
  const { workflow, edit } = useEditor.getState()
  if (!workflow) return
  const unique = withUniqueNames(workflow.definition)
  edit(() => unique.workflow)
  tellRenamed(id, unique.renamed)
}

const hasInvalidDrafts = (id: string) => {
  const nodes = selectNodeNames(useEditor.getState())
  return selectDraftCount(id, nodes)(useInvalidDrafts.getState()) > 0
}

const hasJsonDraft = () => useUiState.getState().jsonDraft !== undefined

/** A link from elsewhere may lead to a step, and to one of its fields. */
const useWantedStep = (isShown: boolean) => {
  const [search, setSearch] = useSearchParams()
  const step = search.get('step')
  const field = search.get('field') ?? undefined
  useEffect(() => {
    if (!isShown || step === null) return
    editStep(step, field)
    setSearch({}, { replace: true })
  }, [isShown, step, field, setSearch])
}

const versionHere = () => useEditor.getState().workflow?.version ?? 0

const show = async (view: WorkflowView) => {
  const { workflow } = useEditor.getState()
  const isAnother = workflow?.id !== view.id
  // Before the canvas is given to another workflow, or another version, the one there is safe.
  if (!(await saveNow())) return
  const { saved, accept, open } = useEditor.getState()
  if (!isAnother && view.version <= versionHere()) {
    // What is not edited may be different all the same: whether it is on, and its problems.
    if (view.version === versionHere() && saved) accept(view, saved)
    return
  }
  if (isAnother) {
    clearRun()
    const { triggers, tasks } = view.definition
    const isEmpty = triggers.length + tasks.length === 0
    // What stands aside hides the palette where there is little room.
    useUiState.setState({
      gap: undefined,
      dropGap: undefined,
      ...(isEmpty && { aside: undefined }),
    })
  }
  open(view)
  renameDuplicates(view.id)
  localStorage.setItem(lastKey, view.id)
}
