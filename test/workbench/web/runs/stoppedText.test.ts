import { readFileSync } from 'node:fs'
import type { ComponentManifest } from '../../../../definitions/index.ts'
import type { Problem } from '../../../../workbench/api/index.ts'
import { stoppedText } from '../../../../workbench/web/runs/stoppedText.ts'
import { operationOf } from '../../../../workbench/web/shared/component.ts'

const manifest = JSON.parse(readFileSync('component.json', 'utf8')) as ComponentManifest
const steps = [
  { name: 'getPersonDetails_1', label: 'Who is it?', type: 'pipedrive/v1/getPersonDetails' },
  { name: 'addDeal_1', label: '', type: 'pipedrive/v1/addDeal' },
]
const textOf = (error: Problem | undefined) =>
  stoppedText(error, steps, type => operationOf(manifest, type))
const required: Problem = {
  ...{ name: 'InputError', message: 'id: is required', recovery: 'fix-input', path: 'id' },
  problems: [{ path: 'id', problem: 'is required' }],
}

test('a field is named by its label, and its step as on the canvas', () => {
  expect(textOf({ ...required, step: 'getPersonDetails_1' })).toBe('Who is it? → Person is empty')
})

test('a step without a label is named by its operation, and one that is gone by its name', () => {
  const failed: Problem = { name: 'ApiError', message: 'Deal refused', recovery: 'report' }
  expect(textOf({ ...failed, step: 'addDeal_1' })).toBe('Add deal: Deal refused')
  expect(textOf({ ...failed, step: 'addDeal_2' })).toBe('addDeal_2: Deal refused')
})

test('several fields are counted', () => {
  const problems = [{ path: 'deal.title', problem: 'is required' }, ...(required.problems ?? [])]
  expect(textOf({ ...required, problems, step: 'addDeal_1' })).toBe(
    'Add deal → Title is empty, and 1 more',
  )
})

test('an error of no step is told as it is', () => {
  expect(textOf(required)).toBe('id: is required')
  expect(textOf(undefined)).toBeUndefined()
})
