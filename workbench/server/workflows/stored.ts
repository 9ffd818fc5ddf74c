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
  const { definition, ...rest } = workflow
  return { ...rest, samples: ownSamples(workflow), definition: definitionOf(definition) }
}

/** What nodes have put out in another account is no example of what they do in this one. */
const ownSamples = ({ samples, sampleConnections, connectionId }: StoredWorkflow) =>
  Object.fromEntries(
    Object.entries(samples).filter(
      ([name]) => (sampleConnections[name] ?? connectionId) === connectionId,
    ),
  )
