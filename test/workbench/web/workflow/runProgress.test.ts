import { expect, test } from 'vitest'
import type { StepView, TestLine } from '../../../../workbench/api/index.ts'
import {
  advance,
  markCancelled,
  initialProgress,
  type RunProgress,
} from '../../../../workbench/web/workflow/runProgress.ts'

const step = (name: string, state: StepView['state']): StepView => ({
  ...{ name, state, operation: 'getDeals', requests: [], tokenCost: 2, ms: 30 },
})
const request = { method: 'GET', path: '/api/v2/deals', status: 200, ms: 5, tokenCost: 2 }
const after = (...lines: readonly TestLine[]): RunProgress => lines.reduce(advance, initialProgress)

test('a node is running until its step has ended', () => {
  const begun = after(
    { type: 'step', step: step('a', 'running') },
    { type: 'request', name: 'a', request },
    { type: 'request', name: 'a', request },
    { type: 'rows', name: 'a', rows: 100 },
    { type: 'cut', name: 'a', rows: 100 },
  )
  expect(begun.nodes['a']).toMatchObject({ state: 'running', requests: 2, rows: 100, cut: 100 })
  const ended = advance(begun, { type: 'step', step: step('a', 'done') })
  expect(ended.nodes['a']).toMatchObject({ state: 'done', requests: 2, step: { tokenCost: 2 } })
})

test('a run that is broken off keeps what is done, and runs no more', () => {
  const progress = after(
    { type: 'step', step: step('a', 'done') },
    { type: 'step', step: step('b', 'running') },
  )
  expect(Object.keys(markCancelled(progress).nodes)).toEqual(['a'])
})

test('an error of the run itself is kept', () => {
  const error = { name: 'HttpError', message: 'no', recovery: 'retry' } as const
  expect(after({ type: 'failed', error }).error).toBe(error)
})
