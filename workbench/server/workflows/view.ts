import { InputError, type Component } from '../../../definitions/index.ts'
import { parseWorkflow } from '../../../engine/index.ts'
import type { StoredWorkflow } from '../../../runtime/store/index.ts'
import type { FieldProblem, WorkflowJson, WorkflowSummary, WorkflowView } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { definitionOf } from './json.ts'

type Surroundings = Pick<Context, 'store' | 'switches'>

export const summaryOf = (
  { id, definition, updatedAt, live }: StoredWorkflow,
  { switches }: Pick<Context, 'switches'>,
): WorkflowSummary => {
  const { trouble } = switches.of(id)
  return {
    id,
    label: definitionOf(definition).label,
    updatedAt,
    on: live !== null,
    ...(trouble && { trouble }),
  }
}

export const viewOf = (
  workflow: StoredWorkflow,
  { store, switches }: Surroundings,
): WorkflowView => {
  const definition = definitionOf(workflow.definition)
  const { id, connectionId, samples, version, live } = workflow
  const { webhookUrl } = switches.of(id)
  return {
    ...summaryOf(workflow, { switches }),
    version,
    definition,
    connectionId,
    samples,
    ...(live && { onVersion: live.version }),
    ...(webhookUrl && { webhookUrl }),
    problems: problemsIn(store.component, definition),
  }
}

const problemsIn = (component: Component, definition: WorkflowJson): readonly FieldProblem[] => {
  try {
    parseWorkflow(component, definition)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
}
