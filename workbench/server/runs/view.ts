import type { Run, RunStep } from '../../../runtime/store/index.ts'
import { requestView } from '../requestView.ts'
import type { RunSummary, RunView, StepView } from '../../api/index.ts'

export const summaryOf = (run: Run): RunSummary => {
  const { id, workflow, state, eventId, receivedAt, endedAt, attempts, tokenCost, error } = run
  return {
    id,
    workflowId: workflow,
    state,
    kind: eventId === null ? 'manual' : 'event',
    receivedAt,
    endedAt,
    attempts,
    tokens: tokenCost,
    ...(error && { error }),
  }
}

export const viewOf = (run: Run & { readonly steps: readonly RunStep[] }): RunView => ({
  ...summaryOf(run),
  event: run.event,
  steps: run.steps.map(stepOf),
})

const stepOf = (step: RunStep): StepView => {
  const { name, operation, state, input, output, warnings, error, requests, tokenCost, ms } = step
  return {
    name,
    operation,
    state,
    ...(input !== null && { input }),
    ...(state === 'done' && { output, warnings }),
    ...(error && { error }),
    requests: requests.map(requestView),
    tokens: tokenCost,
    ms,
  }
}
