import {
  InputError,
  member,
  memberAt,
  type Action,
  type Component,
  type Effect,
} from '../../definitions/index.ts'
import type { Outputs } from '../references/resolve.ts'
import type { Journal } from '../steps/journal.ts'
import type { StepResult } from '../steps/result.ts'
import { runStep, type StepOptions } from '../steps/runStep.ts'
import type { Workflow, WorkflowNode } from './parseWorkflow.ts'

export interface WorkflowStep {
  readonly name: string
  readonly operation: string
  readonly result: StepResult
}

export interface Written {
  readonly name: string
  readonly operation: string
  readonly effect: Effect
  /** Null where the answer did not say. */
  readonly id: unknown
}

export interface WorkflowResult {
  readonly steps: readonly WorkflowStep[]
  /** The step that the workflow has stopped at. */
  readonly failed?: string
  /** That step, if its outcome is unknown. */
  readonly unknown?: string
  /** What is changed in the account, however the workflow has ended. */
  readonly written: readonly Written[]
}

/** `timeout` is that of each step. */
export interface WorkflowOptions extends Pick<
  StepOptions,
  'client' | 'signal' | 'onRequest' | 'timeout'
> {
  /** Called for every step as it ends. */
  readonly onStep?: (step: WorkflowStep) => void
  /** Goes on after what an earlier attempt has done. */
  readonly journal?: Journal
}

/** Runs the tasks one after the other and stops at the first error. */
export const runWorkflow = async (
  { trigger, tasks }: Workflow,
  event: unknown,
  { onStep, journal, ...options }: WorkflowOptions,
): Promise<WorkflowResult> => {
  if (trigger && event === undefined)
    throw new InputError('event', `is required, as the workflow starts with ${trigger.name}`)
  let outputs: Outputs = trigger ? { [trigger.name]: event } : {}
  const nodes = [...(trigger ? [trigger] : []), ...tasks]
  const operations = new Map(nodes.map(node => [node.name, node.operation.name]))
  const operationOf = (node: string) => operations.get(node)
  const steps: WorkflowStep[] = []
  const written: Written[] = []
  for (const task of tasks) {
    const { name, operation, parameters, isDisabled, boundNames } = task
    if (isDisabled) {
      outputs = { ...outputs, [name]: null }
      continue
    }
    const entry = journal?.step(name, operation.name)
    if (entry?.done) {
      outputs = { ...outputs, [name]: entry.done.output }
      continue
    }
    const bound = boundNames && { bound: { boundNames, operationOf } }
    const more = { outputs, ...bound, ...(entry && { journal: entry }) }
    const result = await runStep(operation, parameters, { ...options, ...more })
    const step = { name, operation: operation.name, result }
    steps.push(step)
    written.push(...writtenBy(task, result, options.client.component))
    onStep?.(step)
    if ('error' in result) {
      const unknown = result.error.recovery === 'check' && { unknown: name }
      return { steps, failed: name, ...unknown, written }
    }
    outputs = { ...outputs, [name]: result.output }
  }
  return { steps, written }
}

/** A step may fail after its write was answered, for example when it is cancelled. */
const writtenBy = (
  { name, operation }: WorkflowNode<Action>,
  result: StepResult,
  { recordPath }: Component,
): readonly Written[] => {
  const failed = 'error' in result
  const writes = result.requests.some(
    ({ method, status }) =>
      method !== 'GET' && (!failed || (status !== null && status >= 200 && status < 300)),
  )
  if (operation.effect === 'read' || !writes) return []
  const record = failed ? undefined : memberAt(result.output, recordPath)
  const id = member(record, 'id') ?? null
  return [{ name, operation: operation.name, effect: operation.effect, id }]
}
