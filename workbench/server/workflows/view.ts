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
import { bindDefinition } from './boundNames.ts'
import { parseDefinition } from './load.ts'

type ViewContext = Pick<Context, 'store' | 'activation' | 'clients' | 'sandbox'>

export const summaryOf = (
  { id, definition, updatedAt, active, connectionId }: StoredWorkflow,
  { activation }: Pick<Context, 'activation'>,
): WorkflowSummary => {
  const { steps, damage } = readSteps(definition)
  const activationError = damage ?? activation.of(id).activationError
  const label: unknown = member(definition, 'label')
  return {
    id,
    label: typeof label === 'string' ? label : `Damaged workflow ${id}`,
    steps,
    updatedAt,
    on: active !== null,
    connectionId,
    activeConnectionId: active?.connectionId ?? null,
    ...(activationError && { activationError }),
  }
}

/** A workflow that can't be shown must not keep the others from being listed. */
const readSteps = (
  definition: unknown,
): Pick<WorkflowSummary, 'steps'> & { readonly damage?: Problem } => {
  try {
    const { triggers, tasks } = parseDefinition(definition)
    return {
      steps: [...triggers, ...tasks].map(({ name, label, type }) => ({ name, label, type })),
    }
  } catch (error) {
    return { steps: [], damage: problemOf(error) }
  }
}

/** Asks the account what names are called by now, unless that was done when it was saved. */
export const viewOf = async (
  workflow: StoredWorkflow,
  context: ViewContext,
  warnings?: WorkflowView['warnings'],
): Promise<WorkflowView> => {
  const { store, activation } = context
  const definition = parseDefinition(workflow.definition)
  const { id, samples, version, active } = workflow
  const { webhookUrl } = activation.of(id)
  return {
    ...summaryOf(workflow, { activation }),
    version,
    definition,
    samples,
    ...(active && { onVersion: active.version }),
    ...(webhookUrl && { webhookUrl }),
    problems: problemsIn(store.component, definition),
    warnings:
      warnings ??
      (await bindDefinition(context, { definition, connectionId: workflow.connectionId })).warnings,
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
