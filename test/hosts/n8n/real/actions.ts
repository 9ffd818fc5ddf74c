import { cleanup, steps, type Made } from '../../../../cli/tour/steps.ts'
import { pipedrive } from '../../../../component/index.ts'
import { layoutOf, parameterPath } from '../../../../hosts/n8n/src/layout.ts'
import { optionsSources } from '../../../../engine/index.ts'
import { parametersOf } from '../parameters.ts'
import type { Credential } from './connect.ts'
import type { Rest } from './rest.ts'
import { callable, nodeOf } from './workflows.ts'

const layout = layoutOf(pipedrive)
const placedOf = (name: string) => layout.find(({ action }) => action.name === name)

/** Runs every action that the node has, from making records to deleting them. */
export const runActions = async (rest: Rest, credential: Credential) => {
  const made: Made = { pipeline: 1, stage: 1, user: 12415231 }
  const failed: string[] = []
  const ran = new Set<string>()
  for (const { action, input, after } of [...steps, ...cleanup]) {
    const placed = placedOf(action)
    if (!placed) continue
    const parameters = parametersOf(placed, clean(input(made)))
    const node = nodeOf('pipedriveComponent', 'Pipedrive', parameters, credential)
    const { status, items } = await (await callable(rest, action, [node])).run()
    const [record] = items
    if (status === 200 && items.length > 0) ran.add(action)
    else failed.push(`${action}: ${status} ${JSON.stringify(record)?.slice(0, 300)}`)
    try {
      after?.(made, { body: { data: record } })
    } catch {
      failed.push(`${action}: no record in ${JSON.stringify(record)?.slice(0, 200)}`)
    }
  }
  const missing = layout
    .filter(({ action }) => !ran.has(action.name))
    .map(({ action }) => action.name)
  return {
    all: layout.length,
    failed: [...failed, ...missing.map(name => `${name} has not run`)],
  }
}

const clean = (input: unknown): unknown => JSON.parse(JSON.stringify(input))

/** Loads every live list through the endpoints that the editor uses. */
export const loadLists = async (rest: Rest, credential: Credential) => {
  const lists = new Map(
    layout.flatMap(placed =>
      [...optionsSources(placed.action)].map(
        ([path, source]) => [source.name, { placed, path, source }] as const,
      ),
    ),
  )
  const failed: string[] = []
  for (const [name, { placed, path, source }] of lists) {
    const query = {
      nodeTypeAndVersion: { name: 'n8n-nodes-pipedrive-component.pipedriveComponent', version: 1 },
      path: `parameters.${parameterPath(placed, path)}`,
      methodName: name,
      credentials: { pipedriveComponentOAuth2Api: credential },
      currentNodeParameters: { resource: placed.resource, operation: placed.operation },
    }
    const kind = source.searchable ? 'resource-locator-results' : 'options'
    try {
      const found = await rest.call('POST', `/rest/dynamic-node-parameters/${kind}`, query)
      const entries: unknown = Array.isArray(found) ? found : Reflect.get(Object(found), 'results')
      if (!Array.isArray(entries) || entries.length === 0) failed.push(`${name} is empty`)
    } catch (error) {
      failed.push(`${name}: ${String(error).slice(0, 200)}`)
    }
  }
  return { all: lists.size, failed }
}
