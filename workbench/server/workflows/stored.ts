import { workflowWithId, type StoredWorkflow } from '../../../runtime/store/index.ts'
import type { WorkflowJson } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { definitionOf } from './json.ts'

export type OwnWorkflow = StoredWorkflow & { readonly definition: WorkflowJson }

/** The workflow with this id as the page has saved it. */
export const stored = async (
  { store }: Pick<Context, 'store'>,
  id: string,
): Promise<OwnWorkflow> => {
  const workflow = await workflowWithId(store, id)
  if (!workflow) throw notFound('workflow')
  return { ...workflow, definition: definitionOf(workflow.definition) }
}
