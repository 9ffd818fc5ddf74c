import { InvalidInput, parseWorkflow } from '../../../runtime/index.ts'
import type { StoredWorkflow } from '../../../runtime/store/index.ts'
import type { FieldProblem, WorkflowJson, WorkflowSummary, WorkflowView } from '../../api/index.ts'
import type { Switches } from '../runs/switches.ts'
import { definitionOf } from './json.ts'

type Standings = Pick<Switches, 'of'>

export const summaryOf = (
  { id, definition, updatedAt, live }: StoredWorkflow,
  switches: Standings,
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

export const viewOf = (workflow: StoredWorkflow, switches: Standings): WorkflowView => {
  const definition = definitionOf(workflow.definition)
  const { id, connectionId, samples, version, live } = workflow
  const { webhookUrl } = switches.of(id)
  return {
    ...summaryOf(workflow, switches),
    version,
    definition,
    connectionId,
    samples,
    ...(live && { onVersion: live.version }),
    ...(webhookUrl && { webhookUrl }),
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
