import { InputError, member, type Component } from '../../../definitions/index.ts'
import { parseWorkflow } from '../../../engine/index.ts'
import type { StoredWorkflow } from '../../../runtime/store/index.ts'
import type {
  FieldProblem,
  Problem,
  WorkflowJson,
  WorkflowSummary,
  WorkflowView,
} from '../../api/index.ts'
import type { Context } from '../context.ts'
import { problemOf } from '../errors.ts'
import { definitionOf } from './json.ts'

type Surroundings = Pick<Context, 'store' | 'switches'>

export const summaryOf = (
  { id, definition, updatedAt, live }: StoredWorkflow,
  { switches }: Pick<Context, 'switches'>,
): WorkflowSummary => {
  const damage = damageIn(definition)
  const trouble = damage ?? switches.of(id).trouble
  const label: unknown = member(definition, 'label')
  return {
    id,
    label: typeof label === 'string' ? label : `Damaged workflow ${id}`,
    updatedAt,
    on: live !== null,
    ...(trouble && { trouble }),
  }
}

/** A workflow that can't be shown must not keep the others from being listed. */
const damageIn = (definition: unknown): Problem | undefined => {
  try {
    definitionOf(definition)
    return undefined
  } catch (error) {
    return problemOf(error)
  }
}

export const viewOf = (
  workflow: StoredWorkflow,
  { store, switches }: Surroundings,
): WorkflowView => {
  const definition = definitionOf(workflow.definition)
  const { id, connectionId, samples, version, live } = workflow
  const { webhookUrl } = switches.of(id)
  return {
    ...summaryOf(workflow, { switches }),
    version,
    definition,
    connectionId,
    samples,
    ...(live && { onVersion: live.version }),
    ...(webhookUrl && { webhookUrl }),
    problems: problemsIn(store.component, definition),
  }
}

const problemsIn = (component: Component, definition: WorkflowJson): readonly FieldProblem[] => {
  try {
    parseWorkflow(component, definition)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
}
