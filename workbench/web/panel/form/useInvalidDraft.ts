import { useInvalidDrafts, selectDraftsOf, setInvalidDraft } from '../../workflow/invalidDrafts.ts'
import type { InvalidDraft } from '../../workflow/invalidDrafts.ts'
import { usePanelNode } from '../nodeContext.ts'

/** What stands in the field at this path and is not valid yet, and a way to set it. */
export const useInvalidDraft = (path: string) => {
  const { workflowId, name } = usePanelNode()
  const draft = useInvalidDrafts(selectDraftsOf(workflowId, name))[path]
  const setDraft = (next: InvalidDraft | undefined) => {
    if (next || draft) setInvalidDraft(workflowId, name, path, next)
  }
  return { draft, setDraft }
}
