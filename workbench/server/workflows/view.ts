import { InputError, type Component } from '../../../definitions/index.ts'
import { parseWorkflow } from '../../../engine/index.ts'
import type { StoredWorkflow } from '../../../runtime/store/index.ts'
import type { FieldProblem, WorkflowJson, WorkflowSummary, WorkflowView } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { parseDefinition } from './load.ts'

type ViewContext = Pick<Context, 'store' | 'activation'>

export const summaryOf = (
  { id, definition, updatedAt, active }: StoredWorkflow,
  { activation }: Pick<Context, 'activation'>,
): WorkflowSummary => {
  const { activationError } = activation.of(id)
  return {
    id,
    label: parseDefinition(definition).label,
    updatedAt,
    on: active !== null,
    ...(activationError && { activationError }),
  }
}

export const viewOf = (
  workflow: StoredWorkflow,
  { store, activation }: ViewContext,
): WorkflowView => {
  const definition = parseDefinition(workflow.definition)
  const { id, connectionId, samples, version, active } = workflow
  const { webhookUrl } = activation.of(id)
  return {
    ...summaryOf(workflow, { activation }),
    version,
    definition,
    connectionId,
    samples,
    ...(active && { onVersion: active.version }),
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
