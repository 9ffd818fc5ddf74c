import {
  closest,
  InputError,
  isRecord,
  member,
  type Action,
  type Component,
  type Problem,
  type Trigger,
} from '../../definitions/index.ts'
import { boundNamesOf, type BoundNames } from '../boundNames/boundNames.ts'
import { requireBounded } from '../input/bounds.ts'
import { shorten, shortenList } from '../input/shorten.ts'
import { collectStrings, findReferences, referenceProblem } from '../references/references.ts'
import { parseType, typeOf } from './operationType.ts'

export interface WorkflowNode<Operation> {
  readonly name: string
  readonly operation: Operation
  readonly parameters: unknown
  /** Of a task that is not run. References to it take their fallback. */
  readonly isDisabled?: true
  /** What the names in it were bound to when it was saved. */
  readonly boundNames?: BoundNames
}

export interface Workflow {
  readonly label: string
  readonly trigger?: WorkflowNode<Trigger>
  readonly tasks: readonly WorkflowNode<Action>[]
}

const maxNodes = 500

/** Throws an `InputError` where a workflow is too large to be looked at. */
export const requireWorkflowSize = (json: unknown): void => {
  requireBounded(json)
  for (const list of ['triggers', 'tasks']) {
    const nodes = member(json, list)
    if (Array.isArray(nodes) && nodes.length > maxNodes)
      throw new InputError(list, `there are more than ${maxNodes}`, 'Make several workflows of it.')
  }
}

type Fields = Readonly<Record<string, unknown>>
type Say = (path: string, problem: string) => void

/** A workflow as ByteChef writes it. Throws an `InputError` with all that can't be run here. */
export const parseWorkflow = (component: Component, json: unknown): Workflow => {
  requireWorkflowSize(json)
  if (!isRecord(json)) throw new InputError('', 'a workflow is a JSON object')
  const problems: Problem[] = []
  const say: Say = (path, problem) => void problems.push({ path, problem })

  const givenTriggers = listAt(json, 'triggers', say)
  const givenTasks = listAt(json, 'tasks', say)
  if (givenTriggers.length > 1) say('triggers', 'more than one trigger is not supported')
  if (givenTasks.length === 0) say('tasks', 'there is nothing to run')
  else if (givenTasks.every(isDisabled)) say('tasks', 'every task is disabled')
  if (givenTriggers.some(isDisabled))
    say('triggers[0].disabled', 'a trigger can’t be disabled; turn the workflow off instead')
  if (listAt(json, 'inputs', say).length > 0)
    say('inputs', 'inputs of a workflow are not supported; write their values into the parameters')

  const given = [...givenTriggers, ...givenTasks]
  const names = given.map(node => (isRecord(node) ? node['name'] : ''))
  const skipped = names.filter((_, index) => isDisabled(given[index]))
  const read = <Operation extends { readonly name: string }>(
    given: readonly unknown[],
    list: string,
    operations: readonly Operation[],
    offset: number,
  ) =>
    given.flatMap((node, index): readonly WorkflowNode<Operation>[] => {
      const path = `${list}[${index}]`
      const [before, rest] = [names.slice(0, offset + index), names.slice(offset + index)]
      if (!isRecord(node)) {
        say(path, 'is not an object')
        return []
      }
      const name = nameOf(node, path, before, say)
      const operation = operationOf(component, node['type'], path, operations, say)
      if (isDisabled(node))
        return operation ? [{ name, operation, parameters: {}, isDisabled: true }] : []
      const parameters = parametersOf(node, path, { before, rest, skipped }, say)
      const boundNames = boundNamesOf(node)
      const bound = Object.keys(boundNames).length > 0 ? { boundNames } : {}
      return operation ? [{ name, operation, parameters, ...bound }] : []
    })

  const [trigger] = read(givenTriggers, 'triggers', component.triggers, 0)
  const actions = [...component.actions, component.customAction]
  const tasks = read(givenTasks, 'tasks', actions, givenTriggers.length)
  if (problems.length > 0) throw new InputError(problems)
  const label = typeof json['label'] === 'string' ? json['label'] : ''
  return { label, tasks, ...(trigger && { trigger }) }
}

const listAt = (json: Fields, key: string, say: Say): readonly unknown[] => {
  const list = json[key] ?? []
  if (Array.isArray(list)) return list
  say(key, 'is not a list')
  return []
}

const nameOf = (node: Fields, path: string, before: readonly unknown[], say: Say): string => {
  const { name } = node
  if (typeof name !== 'string' || !/^[A-Za-z_$][\w$]*$/.test(name)) {
    say(`${path}.name`, `${shown(name)} is not a name: letters, digits, _ and $, no digit first`)
    return ''
  }
  if (before.includes(name)) say(`${path}.name`, `an earlier node is called ${shorten(name)} too`)
  return name
}

const operationOf = <Operation extends { readonly name: string }>(
  component: Component,
  type: unknown,
  path: string,
  operations: readonly Operation[],
  say: Say,
): Operation | undefined => {
  const wrong = (problem: string) => void say(path, problem)
  const given = shorten(String(type))
  const parsed = parseType(type)
  const wanted = typeOf(component, 'operation')
  if (!parsed) return wrong(`the type ${shown(type)} is not ${wanted}`)
  const { operation: name } = parsed
  if (parsed.component !== component.name)
    return wrong(
      name === undefined
        ? `${given} controls the flow, which is not supported; tasks run one after the other`
        : `${given} is of another component; only ${wanted} can be run`,
    )
  if (parsed.version !== `v${component.version}`)
    return wrong(`${given}: there is only v${component.version}`)
  if (name === undefined) return wrong(`${given} names no operation`)
  const names = operations.map(operation => operation.name)
  const near = closest(name, names)
  const hint = near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`
  return (
    operations.find(operation => operation.name === name) ?? wrong(`there is no ${given}; ${hint}`)
  )
}

const isDisabled = (node: unknown): boolean => isRecord(node) && node['disabled'] === true

/** Names of the other nodes. */
interface Others {
  readonly before: readonly unknown[]
  readonly rest: readonly unknown[]
  readonly skipped: readonly unknown[]
}

const parametersOf = (
  node: Fields,
  nodePath: string,
  { before, rest, skipped }: Others,
  say: Say,
): unknown => {
  for (const list of ['pre', 'post', 'finalize'])
    if (listAt(node, list, (_, problem) => say(`${nodePath}.${list}`, problem)).length > 0)
      say(`${nodePath}.${list}`, 'tasks around a task are not supported')
  const parameters = node['parameters'] ?? {}
  if (!isRecord(parameters)) say(`${nodePath}.parameters`, 'is not an object')
  for (const { path, text } of collectStrings(parameters, `${nodePath}.parameters`))
    if (text.startsWith('=')) say(path, 'formulas are not supported')
  for (const { path, text, head, hasFallback } of findReferences(
    parameters,
    `${nodePath}.parameters`,
  )) {
    if (head === undefined) say(path, `${shorten(text)} ${referenceProblem(text)}`)
    else if (rest.includes(head) && !before.includes(head))
      say(path, `${shorten(text)} refers to ${shorten(head)}, which has not run before this node`)
    else if (skipped.includes(head) && !hasFallback)
      say(
        path,
        `${shorten(text)} refers to ${shorten(head)}, which is disabled; enable it or add a fallback`,
      )
    else if (!before.includes(head))
      say(
        path,
        `${shorten(text)}: there is no ${shorten(head)}; before this node are ${shortenList(before.map(String)) || 'none'}`,
      )
  }
  return parameters
}

const shown = (value: unknown): string => shorten(JSON.stringify(value) ?? 'nothing')
