import type { StepResult } from '../../../engine/index.ts'
import type { StepView } from '../../api/index.ts'
import { problemOf } from '../errors.ts'
import { requestView } from '../requestView.ts'

type Named = Pick<StepView, 'name' | 'operation'>

export const runningStep = ({ name, operation }: Named): StepView => ({
  name,
  operation,
  state: 'running',
  requests: [],
  tokenCost: 0,
  ms: 0,
})

/** How a step has ended. `input` is what it was run with, where it came so far. */
export const endedStep = (
  { name, operation }: Named,
  result: StepResult,
  input: unknown,
): StepView => {
  const { requests, tokenCost, ms } = result
  const facts = { name, operation, requests: requests.map(requestView), tokenCost, ms }
  const known = { ...facts, ...(input !== undefined && { input }) }
  if ('error' in result) {
    const state = result.error.recovery === 'check' ? 'parked' : 'failed'
    return { ...known, state, error: problemOf(result.error) }
  }
  return { ...known, state: 'done', output: result.output, warnings: result.warnings }
}
