import { setTimeout } from 'node:timers/promises'
import { member } from '../../../../definitions/index.ts'
import type { Credential } from './connect.ts'
import type { Rest } from './rest.ts'

type Parameters = Readonly<Record<string, unknown>>
const packageName = 'n8n-nodes-pipedrive-component'

export const nodeOf = (
  kind: 'pipedriveComponent' | 'pipedriveComponentTool' | 'pipedriveComponentTrigger',
  name: string,
  parameters: Parameters,
  credential: Credential,
) => ({
  id: name,
  name,
  type: `${packageName}.${kind}`,
  typeVersion: kind === 'pipedriveComponentTrigger' ? 1.1 : 1,
  position: [kind === 'pipedriveComponentTrigger' ? 0 : 400, 0],
  parameters,
  credentials: { pipedriveComponentOAuth2Api: credential },
  ...(kind === 'pipedriveComponentTrigger' && { webhookId: String(crypto.randomUUID()) }),
})
export type WorkflowNode = Omit<ReturnType<typeof nodeOf>, 'credentials'>

/** Nodes that belong to the last one: `{ ai_tool: [node] }`. */
type Attached = Readonly<Record<string, readonly WorkflowNode[]>>

interface WorkflowFacts {
  readonly isActive?: boolean
  readonly attached?: Attached
  /** Of the nodes, where they are no row. */
  readonly connections?: object
}

/** A connection to the first input of a node. */
export const to = (type: string, node = '') => ({ [type]: [[{ node, type, index: 0 }]] })

/** Makes a workflow of nodes in a row; its id. */
export const makeWorkflow = async (
  rest: Rest,
  name: string,
  row: readonly WorkflowNode[],
  { isActive = true, attached = {}, connections = inARow(row, attached) }: WorkflowFacts = {},
): Promise<string> => {
  const nodes = [...row, ...Object.values(attached).flat()]
  const settings = { executionOrder: 'v1' }
  const made = await rest.call('POST', '/rest/workflows', { name, nodes, connections, settings })
  const id = String(member(made, 'id'))
  const versionId = member(made, 'versionId')
  if (isActive) await rest.call('POST', `/rest/workflows/${id}/activate`, { versionId })
  return id
}

const inARow = (row: readonly WorkflowNode[], attached: Attached) =>
  Object.fromEntries([
    ...row.slice(0, -1).map((node, at) => [node.name, to('main', row[at + 1]?.name)] as const),
    ...Object.entries(attached).flatMap(([type, nodes]) =>
      nodes.map(node => [node.name, to(type, row.at(-1)?.name)] as const),
    ),
  ])

interface Answer {
  readonly status: number
  readonly items: readonly unknown[]
}

/** A webhook in front of nodes, which answers with the items of the last one. */
export const callable = async (
  rest: Rest,
  name: string,
  nodes: readonly WorkflowNode[],
  facts: Pick<WorkflowFacts, 'attached' | 'connections'> = {},
) => {
  const path = `${name}-${crypto.randomUUID()}`
  const parameters = {
    httpMethod: 'POST',
    path,
    responseMode: 'lastNode',
    responseData: 'allEntries',
  }
  const hook: WorkflowNode = {
    ...{ id: 'hook', name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2 },
    ...{ position: [0, 0], webhookId: path, parameters },
  }
  const id = await makeWorkflow(rest, name, [hook, ...nodes], facts)
  const url = `${rest.base}/webhook/${path}`
  // Webhooks are registered a little later than the workflow is active.
  for (const start = Date.now(); Date.now() - start < 20_000; await setTimeout(50))
    if (/Did you mean to make a POST/.test(await (await fetch(url)).text())) break
  return {
    id,
    async run(given: object = {}): Promise<Answer> {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(given) })
      const text = await response.text()
      const body: unknown = text === '' ? [] : JSON.parse(text)
      return { status: response.status, items: Array.isArray(body) ? body : [body] }
    },
  }
}
