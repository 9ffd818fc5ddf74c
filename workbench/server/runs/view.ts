import { InputError } from '../../../definitions/index.ts'
import {
  attemptsOf,
  runOf,
  shownState,
  versionOf,
  type Attempt,
  type Run,
  type RunStep,
  type Store,
} from '../../../runtime/store/index.ts'
import type { AttemptView, NodeJson, RunView, StepView } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { requestView } from '../requestView.ts'
import { parseDefinition, loadWorkflow, type SavedWorkflow } from '../workflows/load.ts'
import { summaryOf } from './summary.ts'

export const viewOf = async (
  context: Pick<Context, 'store'>,
  run: Run & { readonly steps: readonly RunStep[] },
): Promise<RunView> => {
  const workflow = await loadWorkflow(context, run.workflow)
  return {
    ...summaryOf(run),
    workflowLabel: workflow.definition.label,
    event: run.event,
    steps: run.steps.map(stepOf),
    nodes: await nodesOf(context, run, workflow),
    causedBy: run.causedBy,
    history: (await attemptsOf(context.store, run.id)).map(attemptView),
    resumeVersion: workflow.active?.version ?? workflow.version,
  }
}

const nodesOf = async (
  { store }: Pick<Context, 'store'>,
  { workflow: id, version }: Run,
  workflow: SavedWorkflow,
): Promise<readonly NodeJson[]> => {
  const ran = version === null ? undefined : await versionOf(store, id, version)
  const { triggers, tasks } =
    ran === undefined || ran === null ? workflow.definition : parseDefinition(ran)
  return [...triggers, ...tasks]
}

const attemptView = (attempt: Attempt): AttemptView => {
  const { number, version, startedAt, endedAt, state, error } = attempt
  const known = { number, version, startedAt, endedAt, state: shownState({ state, error }) }
  return { ...known, ...(error && { error }) }
}

const stepOf = (step: RunStep): StepView => {
  const { name, operation, state, input, output, warnings, error, requests, tokenCost, ms } = step
  return {
    name,
    operation,
    state,
    ...(step.origin && { origin: step.origin }),
    ...(input !== null && { input }),
    ...(state === 'done' && { output, warnings }),
    ...(error && { error }),
    requests: requests.map(requestView),
    tokenCost: tokenCost,
    ms,
  }
}

export const findRun = async (store: Store, id: string): ReturnType<typeof runOf> => {
  if (!/^\d{1,15}$/.test(id)) throw notFound('run')
  try {
    return await runOf(store, Number(id))
  } catch (error) {
    throw error instanceof InputError ? notFound('run') : error
  }
}
