import { InputError, isRecord } from '../../../definitions/index.ts'
import type { Outputs, Workflow } from '../../../engine/index.ts'
import { lastOutputs, type GivenStep, type Store } from '../../../runtime/store/index.ts'
import type { WorkflowJson } from '../../api/index.ts'
import type { SavedWorkflow } from '../workflows/load.ts'
import { pinOf } from './pins.ts'

export interface Part {
  /** The task to begin with. */
  readonly from?: string | null | undefined
  /** The task to end with. */
  readonly until?: string | null | undefined
}

/** What comes after the last task need not be complete. */
export const upTo = (definition: WorkflowJson, { from, until }: Part): WorkflowJson => {
  const { tasks } = definition
  const indexOf = (field: string, name: string) => {
    const index = tasks.findIndex(task => task.name === name && !task.disabled)
    if (index === -1) throw new InputError(field, `there is no task ${name} that can be run`)
    return index
  }
  if (from) indexOf('from', from)
  return until ? { ...definition, tasks: tasks.slice(0, indexOf('until', until) + 1) } : definition
}

/**
 * The steps that are not run, as their outputs are given: what is pinned, and all that stands before
 * the task to begin with. Throws an `InputError` where such a step has put nothing out yet.
 */
export const givenSteps = (
  { trigger, tasks }: Workflow,
  definition: WorkflowJson,
  outputs: Outputs,
  { from }: Part,
  takesPinnedEvent: boolean,
): readonly GivenStep[] => {
  const nodes = [...definition.triggers, ...definition.tasks]
  const pins = new Map(nodes.map(node => [node.name, pinOf(node)]))
  const steps = [...(trigger ? [trigger] : []), ...tasks.filter(task => !task.isDisabled)]
  const first = from ? steps.findIndex(({ name }) => name === from) : 0
  const missing = steps
    .slice(0, first)
    .filter(({ name }) => pins.get(name) === undefined && !Object.hasOwn(outputs, name))
  if (missing.length > 0)
    throw new InputError(
      'from',
      `${missing.map(({ name }) => name).join(' and ')} did not put anything out yet`,
      'Run the workflow up to there, test these steps, or pin an output.',
    )
  return steps.flatMap(({ name, operation }, position): readonly GivenStep[] => {
    const pinned = pins.get(name)
    const step = { position, name, operation: operation.name }
    const isEvent = name === trigger?.name && !from
    if (pinned !== undefined && (!isEvent || takesPinnedEvent))
      return [{ ...step, output: pinned, origin: 'pinned' }]
    if (position >= first) return []
    return [{ ...step, output: outputs[name], origin: 'earlier' }]
  })
}

/** Samples, and what came out of runs where there are none: whole lists are kept with their run. */
export const knownOutputs = async (
  store: Store,
  { id, definition, samples }: SavedWorkflow,
  connectionId: string,
  { from }: Part,
): Promise<Outputs> => {
  if (!from) return samples
  const { triggers, tasks } = definition
  const names = [...triggers, ...tasks].map(({ name }) => name)
  const others = names.filter(name => !Object.hasOwn(samples, name))
  return { ...(await lastOutputs(store, { workflow: id, connectionId }, others)), ...samples }
}

/** An input that is run as it is: what looks like a reference in it is none. */
export const literalRecord = (
  input: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(input).map(([key, value]) => [key, literal(value)]))

const literal = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('${', () => '$${')
  if (Array.isArray(value)) return value.map(literal)
  return isRecord(value) ? literalRecord(value) : value
}
