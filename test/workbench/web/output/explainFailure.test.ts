import { expect, test } from 'vitest'
import type { NodeJson, Problem, StepView } from '../../../../workbench/api/index.ts'
import {
  failureOf,
  outputsOf,
  resolvedInput,
} from '../../../../workbench/web/output/explainFailure.ts'
import { operationNamed } from '../forms.ts'

const node = (name: string, label: string, operation: string, parameters = {}): NodeJson => ({
  name,
  label,
  type: `pipedrive/v1/${operation}`,
  parameters,
})
const step = (name: string, change: Partial<StepView>): StepView => ({
  name,
  operation: 'getPersonDetails',
  state: 'done',
  requests: [],
  tokenCost: 0,
  ms: 1,
  ...change,
})
const operationOf = (type: string) => {
  try {
    return operationNamed(type.split('/').at(-1) ?? '')
  } catch {
    return undefined
  }
}
const failing = (operation: string, parameters: NodeJson['parameters'], error: Problem) => ({
  nodes: [node('trigger_1', 'New Deal', 'newDeal'), node('a', 'My step', operation, parameters)],
  steps: [
    step('trigger_1', { output: { title: 'T', person_id: null, value: 'a lot' } }),
    step('a', { operation, state: 'failed', error }),
  ],
})
const invalid = (path: string, problem: string): Problem => ({
  name: 'InvalidInput',
  message: `${path}: ${problem}`,
  recovery: 'fix-input',
  problems: [{ path, problem }],
})

test('an empty reference is blamed, with the step that it refers to', () => {
  const parameters = { id: '${trigger_1.person_id}' }
  const run = failing('getPersonDetails', parameters, invalid('id', 'is required'))
  expect(failureOf(run.steps, run.nodes, operationOf)).toMatchObject({
    label: 'My step',
    causes: [
      {
        path: 'id',
        label: 'Person',
        problem: 'is empty',
        references: [{ text: '${trigger_1.person_id}', was: 'null', from: 'New Deal' }],
      },
    ],
  })
})

test('a value that does not fit is shown as it was', () => {
  const parameters = { deal: { title: 'x', value: '${trigger_1.value}' } }
  const run = failing('addDeal', parameters, invalid('deal.value', '"a lot" is not a number'))
  expect(failureOf(run.steps, run.nodes, operationOf)?.causes).toEqual([
    {
      path: 'deal.value',
      label: 'Value',
      problem: '"a lot" is not a number',
      references: [{ text: '${trigger_1.value}', was: '"a lot"', from: 'New Deal' }],
    },
  ])
})

test('a reference in place of a whole group is blamed for what is in it', () => {
  const run = failing(
    'addDeal',
    { deal: '${trigger_1.deal}' },
    invalid('deal.title', 'is required'),
  )
  expect(failureOf(run.steps, run.nodes, operationOf)?.causes).toMatchObject([
    { label: 'Title', problem: 'is empty', references: [{ was: 'missing' }] },
  ])
})

test('a field that was left empty has no reference to blame', () => {
  const run = failing('getPersonDetails', {}, invalid('id', 'is required'))
  expect(failureOf(run.steps, run.nodes, operationOf)?.causes).toMatchObject([
    { label: 'Person', problem: 'is required', references: [] },
  ])
})

test('what Pipedrive has refused is no field’s fault', () => {
  const error: Problem = { name: 'ApiError', message: 'GET …: 404', recovery: 'fix-input' }
  const run = failing('getPersonDetails', { id: 1 }, error)
  expect(failureOf(run.steps, run.nodes, operationOf)).toMatchObject({
    label: 'My step',
    causes: [],
  })
})

test('the input is resolved as far as it can be', () => {
  const { steps } = failing('addDeal', {}, invalid('', ''))
  const parameters = { a: '${trigger_1.person_id}', b: ['x ${trigger_1.title}'], c: '${nobody.id}' }
  expect(resolvedInput(parameters, outputsOf(steps))).toEqual({
    a: null,
    b: ['x T'],
    c: '${nobody.id}',
  })
})
