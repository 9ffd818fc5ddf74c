import { InvalidInput, parseWorkflow } from '../../../runtime/index.ts'
import type { StoredWorkflow } from '../../../runtime/store/index.ts'
import type { FieldProblem, WorkflowJson, WorkflowSummary, WorkflowView } from '../../api/index.ts'
import { definitionOf } from './json.ts'

export const summaryOf = ({ id, definition, updatedAt }: StoredWorkflow): WorkflowSummary => ({
  id,
  label: definitionOf(definition).label,
  updatedAt,
  on: false,
})

export const viewOf = (workflow: StoredWorkflow): WorkflowView => {
  const definition = definitionOf(workflow.definition)
  const { connectionId, samples, version } = workflow
  return {
    ...summaryOf(workflow),
    version,
    definition,
    connectionId,
    samples,
    problems: problemsIn(definition),
  }
}

const problemsIn = (definition: WorkflowJson): readonly FieldProblem[] => {
  try {
    parseWorkflow(definition)
    return []
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    throw error
  }
}
