import { isRecord, member } from '../../../definitions/index.ts'
import { requireWorkflowSize } from '../../../engine/index.ts'
import type { NodeJson, WorkflowJson } from '../../api/index.ts'
import { Refusal } from '../errors.ts'

const isNode = (value: unknown): value is NodeJson =>
  ['name', 'label', 'type'].every(key => typeof member(value, key) === 'string') &&
  isRecord(member(value, 'parameters'))

const isNodes = (value: unknown): value is readonly NodeJson[] =>
  Array.isArray(value) && value.every(isNode)

/** What the page can show and the store can keep; whether it can run is another question. */
const isWorkflowJson = (value: unknown): value is WorkflowJson =>
  typeof member(value, 'label') === 'string' &&
  isNodes(member(value, 'triggers')) &&
  isNodes(member(value, 'tasks'))

/** Throws an `InputError` where the page or the engine could not follow it to its end. */
export const definitionOf = (definition: unknown): WorkflowJson => {
  requireWorkflowSize(definition)
  if (isWorkflowJson(definition)) return definition
  throw new Refusal(
    400,
    'This is not a workflow',
    'A workflow has a label, triggers and tasks, each of these with a name, label, type and parameters.',
  )
}
