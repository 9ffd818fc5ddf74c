import { propertyAt } from '../../../engine/index.ts'
import type { Problem, WorkflowSummary } from '../../api/index.ts'
import { problemsIn } from '../output/explainFailure.ts'
import type { Operation } from '../shared/component.ts'

/** Why a run has stopped, in one line: the step, the field, and what is wrong with it. */
export const stoppedText = (
  error: Problem | undefined,
  steps: WorkflowSummary['steps'],
  operationOf: (type: string) => Operation | undefined,
): string | undefined => {
  if (!error?.step) return error?.message
  const step = steps.find(({ name }) => name === error.step)
  const operation = step && operationOf(step.type)
  const label = step?.label || operation?.title || error.step
  const [first, ...others] = problemsIn(error)
  if (!first) return `${label}: ${error.message}`
  const field = propertyAt({ properties: operation?.properties ?? [] }, first.path)?.label
  // What a run has found missing was there when it was filled in, as a reference.
  const problem = first.problem === 'is required' ? 'is empty' : first.problem
  const more = others.length > 0 ? `, and ${others.length} more` : ''
  return `${label} → ${field ?? first.path} ${problem}${more}`
}
