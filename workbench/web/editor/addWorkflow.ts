import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { ConnectionView, WorkflowJson, WorkflowView } from '../../api/index.ts'
import { call } from '../shared/http.ts'
import { readWorkflow } from '../workflow/importExport.ts'
import { useEditor } from '../workflow/store.ts'
import { withUniqueNames } from '../workflow/uniqueNames.ts'
import { tellRenamed } from './uiState.ts'

/** Adds workflows, each with the connection that is most likely meant, and opens them. */
export const useAddWorkflow = () => {
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const add = async (definition: WorkflowJson) => {
    const connections = queries.getQueryData<readonly ConnectionView[]>(['connections'])
    const present = useEditor.getState().workflow?.connectionId
    const connectionId = present ?? connections?.[0]?.id
    const added = await call<WorkflowView>('POST', '/api/workflows', {
      definition,
      ...(connectionId && { connectionId }),
    })
    await queries.invalidateQueries({ queryKey: ['workflows'] })
    navigate(`/workflows/${added.id}`)
    return added.id
  }
  return {
    async create() {
      await add({ label: 'New workflow', triggers: [], tasks: [] })
    },
    async importFile(file: File) {
      const { workflow, renamed } = withUniqueNames(readWorkflow(await file.text()))
      tellRenamed(await add(workflow), renamed)
    },
    async duplicate(id: string) {
      const { definition } = await call<WorkflowView>('GET', `/api/workflows/${id}`)
      await add({ ...definition, label: `${definition.label} (copy)` })
    },
  }
}
