import type { NodeJson } from '../../api/index.ts'
import { parseJson } from '../shared/parseJson.ts'
import { nodesIn, WorkflowParseError } from './importExport.ts'

/** Steps as text, so that they can be pasted into another window, or into a file. */
export const toClipboard = (nodes: readonly NodeJson[]): string =>
  JSON.stringify({ tasks: nodes }, null, 2)

/** The steps in a text; undefined where it is about something else. */
export const fromClipboard = (text: string): readonly NodeJson[] | undefined => {
  const parsed = parseJson(text)
  const tasks: unknown = 'value' in parsed ? Reflect.get(Object(parsed.value), 'tasks') : undefined
  if (!Array.isArray(tasks) || tasks.length === 0) return undefined
  try {
    return nodesIn(tasks, 'tasks')
  } catch (error) {
    if (error instanceof WorkflowParseError) return undefined
    throw error
  }
}
