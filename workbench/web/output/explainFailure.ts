import { member } from '../../../definitions/index.ts'
import { parseReference, propertyAt, reference, resolve } from '../../../engine/index.ts'
import type { FieldProblem, NodeJson, Problem, StepView } from '../../api/index.ts'
import type { Operation } from '../shared/component.ts'

/** One field that has kept a step from running, and where its value came from. */
export interface Cause {
  /** `deal.value` */
  readonly path: string
  readonly label: string
  /** "is empty" */
  readonly problem: string
  readonly references: readonly UsedReference[]
}

export interface UsedReference {
  /** `${trigger_1.person_id}` */
  readonly text: string
  /** What came out, in a few characters. */
  readonly was: string
  /** The label of the step that it refers to. */
  readonly from: string
}

export interface Failure {
  readonly step: StepView
  /** What people call the step. */
  readonly label: string
  /** Empty where no field is to blame. */
  readonly causes: readonly Cause[]
}

type OperationOf = (type: string) => Operation | undefined
type Outputs = Readonly<Record<string, unknown>>

/** Where a run has stopped, and the fields that were to blame. */
export const failureOf = (
  steps: readonly StepView[],
  nodes: readonly NodeJson[],
  operationOf: OperationOf,
): Failure | undefined => {
  const step = steps.findLast(({ error }) => error !== undefined)
  return step && explainFailure(step, nodes, outputsOf(steps), operationOf)
}

/** `outputs` are those of the steps before. */
export const explainFailure = (
  step: StepView,
  nodes: readonly NodeJson[],
  outputs: Outputs,
  operationOf: OperationOf,
): Failure => {
  const node = nodes.find(({ name }) => name === step.name)
  const operation = node && operationOf(node.type)
  const labels = new Map(nodes.map(({ name, label }) => [name, label]))
  const label = labels.get(step.name) || operation?.title || step.operation
  const causes = problemsIn(step.error).map(({ path, problem }) => {
    const property = propertyAt({ properties: operation?.properties ?? [] }, path)
    const references = referencesAt(node?.parameters, path, outputs, labels)
    const isEmpty = problem === 'is required' && references.length > 0
    return {
      path,
      label: property?.label ?? path,
      problem: isEmpty ? 'is empty' : withoutReference(problem),
      references,
    }
  })
  return { step, label, causes }
}

/** What a step was given, references resolved as far as they can be. */
export const resolvedInput = (value: unknown, outputs: Outputs): unknown => {
  if (Array.isArray(value)) return value.map(item => resolvedInput(item, outputs))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, resolvedInput(member, outputs)]),
    )
  try {
    return resolve(value, outputs)
  } catch {
    return value
  }
}

export const outputsOf = (steps: readonly StepView[]): Outputs =>
  Object.fromEntries(
    steps.flatMap(({ name, output }) => (output === undefined ? [] : [[name, output]])),
  )

export const problemsIn = (error: Problem | undefined): readonly FieldProblem[] => {
  const { problems, path, message = '' } = error ?? {}
  if (problems) return problems
  return path ? [{ path, problem: message.replace(`${path}: `, '') }] : []
}

/** The reference itself is shown beside. */
const withoutReference = (problem: string) => problem.replace(/^\$\{.*\} (?=can’t)/, '')

const referencesAt = (
  parameters: unknown,
  path: string,
  outputs: Outputs,
  labels: ReadonlyMap<string, string>,
): readonly UsedReference[] =>
  [...textAt(parameters, path).matchAll(reference)].flatMap(([text, inner]) => {
    const parsed = inner === undefined ? undefined : parseReference(inner)
    if (!parsed) return []
    const value = parsed.keys.reduce(member, member(outputs, parsed.node))
    return [{ text, was: shortly(value), from: labels.get(parsed.node) || parsed.node }]
  })

/** The text at this path, or the one that stands in place of all that it leads to. */
const textAt = (parameters: unknown, path: string): string => {
  let value = parameters
  for (const [key] of path.matchAll(/[^.[\]]+/g)) {
    if (typeof value === 'string') return value
    value = member(value, key)
  }
  return typeof value === 'string' ? value : ''
}

const maxLength = 40

const shortly = (value: unknown): string => {
  if (value === undefined) return 'missing'
  const text = JSON.stringify(value)
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
}
