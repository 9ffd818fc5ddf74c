import { setTimeout } from 'node:timers/promises'
import { member } from '../../../../definitions/index.ts'
import type { Credential } from './connect.ts'
import type { Rest } from './rest.ts'

type Parameters = Readonly<Record<string, unknown>>
const packageName = 'n8n-nodes-pipedrive-component'

export const nodeOf = (
  kind: 'pipedriveComponent' | 'pipedriveComponentTrigger',
  name: string,
  parameters: Parameters,
  credential: Credential,
) => ({
  id: name,
  name,
  type: `${packageName}.${kind}`,
  typeVersion: kind === 'pipedriveComponent' ? 1 : 1.1,
  position: [kind === 'pipedriveComponent' ? 400 : 0, 0],
  parameters,
  credentials: { pipedriveComponentOAuth2Api: credential },
  ...(kind === 'pipedriveComponentTrigger' && { webhookId: String(crypto.randomUUID()) }),
})
export type WorkflowNode = Omit<ReturnType<typeof nodeOf>, 'credentials'>

/** Makes a workflow of nodes in a row; its id. */
export const makeWorkflow = async (
  rest: Rest,
  name: string,
  nodes: readonly WorkflowNode[],
  isActive = true,
): Promise<string> => {
  const connections = Object.fromEntries(
    nodes
      .slice(0, -1)
      .map((node, at) => [
        node.name,
        { main: [[{ node: nodes[at + 1]?.name, type: 'main', index: 0 }]] },
      ]),
  )
  const settings = { executionOrder: 'v1' }
  const made = await rest.call('POST', '/rest/workflows', { name, nodes, connections, settings })
  const id = String(member(made, 'id'))
  const versionId = member(made, 'versionId')
  if (isActive) await rest.call('POST', `/rest/workflows/${id}/activate`, { versionId })
  return id
}

/** A webhook in front of a node, which answers with the items of the node. */
export const callable = async (rest: Rest, name: string, node: WorkflowNode) => {
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
  const id = await makeWorkflow(rest, name, [hook, node])
  const url = `${rest.base}/webhook/${path}`
  // Webhooks are registered a little later than the workflow is active.
  for (const start = Date.now(); Date.now() - start < 20_000; await setTimeout(50))
    if (/Did you mean to make a POST/.test(await (await fetch(url)).text())) break
  return {
    id,
    async run(): Promise<{ readonly status: number; readonly items: readonly unknown[] }> {
      const response = await fetch(url, { method: 'POST' })
      const text = await response.text()
      const body: unknown = text === '' ? [] : JSON.parse(text)
      return { status: response.status, items: Array.isArray(body) ? body : [body] }
    },
  }
}
