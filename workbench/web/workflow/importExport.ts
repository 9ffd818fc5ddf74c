import type { NodeJson, Problem, WorkflowJson } from '../../api/index.ts'
import { parseJson } from '../shared/parseJson.ts'
import { describeForeign } from './foreignFile.ts'

type Fields = Readonly<Record<string, unknown>>

/** A text can't be shown as a workflow; `line` is where, if that is known. */
export class WorkflowParseError extends Error {
  override readonly name = 'NotAWorkflow'
  readonly line: number | undefined
  readonly problem: Problem
  constructor(message: string, line?: number) {
    super(message)
    this.line = line
    this.problem = {
      name: this.name,
      message: line === undefined ? message : `Line ${line}: ${message}`,
      recovery: 'fix-input',
      hint: 'Choose a workflow file exported from ByteChef or from this editor.',
    }
  }
}

export const toText = (workflow: WorkflowJson): string => `${JSON.stringify(workflow, null, 2)}\n`

/**
 * Reads a workflow as ByteChef writes it and keeps all that is in it. Only what the editor can't
 * do without is added: a missing label, and parameters where a node has none.
 */
export const readWorkflow = (text: string): WorkflowJson => {
  const file = parse(text)
  if (!isFields(file) || !('tasks' in file || 'triggers' in file))
    throw new WorkflowParseError(
      `${describeForeign(file)} A workflow is a JSON object with “triggers” and “tasks”.`,
    )
  const { label = 'Imported workflow', triggers = [], tasks = [] } = file
  if (typeof label !== 'string') throw new WorkflowParseError('The label must be a string.')
  return {
    ...file,
    label,
    triggers: nodesIn(triggers ?? [], 'triggers'),
    tasks: nodesIn(tasks ?? [], 'tasks'),
  }
}

/** Nodes of a file, or of what was copied. */
export const nodesIn = (list: unknown, key: string): readonly NodeJson[] => {
  if (!Array.isArray(list)) throw new WorkflowParseError(`${key} must be an array.`)
  return list.map((node: unknown, index) => {
    const at = `${key}[${index}]`
    if (!isFields(node)) throw new WorkflowParseError(`${at} must be an object.`)
    const { name, type, parameters } = node
    if (typeof name !== 'string') throw new WorkflowParseError(`${at} has no name.`)
    if (typeof type !== 'string') throw new WorkflowParseError(`${at} has no type.`)
    const given = parameters ?? {}
    if (!isFields(given)) throw new WorkflowParseError(`${at}.parameters must be an object.`)
    const label = typeof node['label'] === 'string' ? node['label'] : name
    return { ...node, name, type, label, parameters: given }
  })
}

const parse = (text: string): unknown => {
  if (text.trim() === '') throw new WorkflowParseError('There is nothing in it.')
  const parsed = parseJson(text)
  if ('value' in parsed) return parsed.value
  throw new WorkflowParseError(`Not valid JSON: ${parsed.message}.`, parsed.line)
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
