import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { ConnectionView, WorkflowJson, WorkflowView } from '../../api/index.ts'
import { call } from '../shared/http.ts'
import { readWorkflow } from '../workflow/importExport.ts'
import { useEditor } from '../workflow/store.ts'

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
  }
  return {
    create: () => add({ label: 'New workflow', triggers: [], tasks: [] }),
    importFile: async (file: File) => add(readWorkflow(await file.text())),
    async duplicate(id: string) {
      const { definition } = await call<WorkflowView>('GET', `/api/workflows/${id}`)
      await add({ ...definition, label: `${definition.label} (copy)` })
    },
  }
}
