import type { WorkflowView } from '../../api/index.ts'
import { call } from '../shared/http.ts'
import { useEditor } from '../workflow/store.ts'

/** The one on the canvas is saved as any edit is; another one is changed where it lies. */
export const renameWorkflow = async (id: string, label: string) => {
  const { workflow, edit } = useEditor.getState()
  if (workflow?.id === id) {
    edit(before => ({ ...before, label }))
    return
  }
  const address = `/api/workflows/${id}`
  const { definition, connectionId, version } = await call<WorkflowView>('GET', address)
  await call('PUT', address, { definition: { ...definition, label }, connectionId, version })
}

export const deleteWorkflow = (id: string) => call('DELETE', `/api/workflows/${id}`)
