import type { RunSummary } from '../../../../workbench/api/index.ts'

export const run = (id: number, change: Partial<RunSummary> = {}): RunSummary => ({
  id,
  workflowId: 'w',
  connectionId: null,
  state: 'done',
  kind: 'event',
  title: null,
  receivedAt: 0,
  endedAt: null,
  ms: 0,
  attempts: 0,
  tokenCost: 0,
  version: 1,
  ...change,
})
