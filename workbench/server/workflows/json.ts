import { member } from '../../../definitions/index.ts'
import type { NodeJson, WorkflowJson } from '../../api/index.ts'

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNode = (value: unknown): value is NodeJson =>
  ['name', 'label', 'type'].every(key => typeof member(value, key) === 'string') &&
  isObject(member(value, 'parameters'))

const isNodes = (value: unknown): value is readonly NodeJson[] =>
  Array.isArray(value) && value.every(isNode)

/** What the page can show and the store can keep; whether it can run is another question. */
export const isWorkflowJson = (value: unknown): value is WorkflowJson =>
  typeof member(value, 'label') === 'string' &&
  isNodes(member(value, 'triggers')) &&
  isNodes(member(value, 'tasks'))
