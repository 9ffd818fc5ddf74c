import {
  InputError,
  type Action,
  type Component,
  type Trigger,
} from '../../../definitions/index.ts'
import {
  boundNamesOf,
  findAction,
  findOperation,
  findTrigger,
  parseType,
  parseWorkflow,
  type BoundStep,
  type Outputs,
} from '../../../engine/index.ts'
import type { NodeJson, WorkflowView } from '../../api/index.ts'
import { notFound } from '../errors.ts'
import { pinOf } from './pins.ts'

/** One node as it can be run, whatever is wrong with the others. */
export type Testable =
  | { readonly name: string; readonly trigger: Trigger }
  | {
      readonly name: string
      readonly action: Action
      readonly parameters: NodeJson['parameters']
      readonly outputs: Outputs
      readonly bound: BoundStep
    }

type Workflow = Pick<WorkflowView, 'definition' | 'samples'>

/** Throws an `InputError` with what is wrong with the node itself. */
export const nodeToTest = (
  component: Component,
  { definition, samples }: Workflow,
  name: string,
): Testable => {
  const { triggers, tasks } = definition
  const trigger = triggers.find(node => node.name === name)
  if (trigger) {
    check(component, { triggers: [trigger], tasks: [] }, 'triggers[0]')
    return { name, trigger: findTrigger(component, operationName(trigger)) }
  }
  const index = tasks.findIndex(node => node.name === name)
  const node = tasks[index]
  if (!node) throw notFound('step')
  const before = [...triggers, ...tasks.slice(0, index)]
  // A test runs what is disabled otherwise.
  const itself = { ...node, disabled: false }
  check(component, { triggers, tasks: [...tasks.slice(0, index), itself] }, `tasks[${index}]`)
  return {
    name,
    action: findAction(component, operationName(node)),
    parameters: node.parameters,
    outputs: Object.fromEntries(
      before.map(earlier => [earlier.name, outputOf(component, earlier, samples)]),
    ),
    bound: {
      boundNames: boundNamesOf(node),
      operationOf: earlier => {
        const found = before.find(({ name }) => name === earlier)
        return found && operationName(found)
      },
    },
  }
}

/** Only what is wrong at one path; paths become those of the node's own input. */
const check = (component: Component, workflow: unknown, path: string): void => {
  try {
    parseWorkflow(component, workflow)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const own = error.problems.filter(problem => isWithin(problem.path, path))
    const short = (problem: string) => problem.slice(path.length + 1).replace(/^parameters\.?/, '')
    if (own.length > 0)
      throw new InputError(own.map(({ path, problem }) => ({ path: short(path), problem })))
  }
}

const isWithin = (path: string, parent: string) => path === parent || path.startsWith(`${parent}.`)

const operationName = ({ type }: NodeJson): string => parseType(type)?.operation ?? ''

/** What the last test of a node put out, or else what its operation would. */
const outputOf = (
  component: Component,
  node: NodeJson,
  samples: WorkflowView['samples'],
): unknown => {
  if (node.disabled) return null
  const pinned = pinOf(node)
  if (pinned !== undefined) return pinned
  if (Object.hasOwn(samples, node.name)) return samples[node.name]
  try {
    return findOperation(component, operationName(node)).sampleOutput
  } catch {
    return undefined
  }
}
