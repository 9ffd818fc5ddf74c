import type { WebhookRequest } from '../../../definitions/index.ts'
import type { Core, Item } from './core.ts'
import { triggerNode, type NodesInProcess, type Ran } from './nodeInProcess.ts'

/** A workflow that begins with the trigger node. */
export const triggerInProcess = (
  core: Core,
  nodes: NodesInProcess,
  event: string,
  webhookUrl: string,
) => {
  const workflow = nodes.workflowOf(triggerNode, { event, complete: true })
  const node = workflow.getNode('Pipedrive')
  const type = nodes.methodsOf(triggerNode)
  const [webhookDescription] = type.description.webhooks ?? []
  const data = nodes.additionalData('trigger', webhookUrl)
  const facts = { webhookDescription, isTest: false, node: 'Pipedrive', path: 'x', httpMethod: 'POST', workflowId: '1' } // prettier-ignore
  const context = new core.HookContext(workflow, node, data, 'trigger', 'activate', facts)
  const hook = Object.assign(context, { getNodeWebhookUrl: () => webhookUrl })
  return {
    enable: () => type.webhookMethods.default.create.call(hook),
    disable: () => type.webhookMethods.default.delete.call(hook),
    /** What the process that receives does with a delivery: its status, and what it hands on. */
    async receive({ headers, body }: WebhookRequest) {
      let status = 200
      const httpResponse = {
        status(code: number) {
          status = code
          return this
        },
        end() {},
      }
      const httpRequest = { headers, body, params: {}, query: {} }
      const web = new core.WebhookContext(
        workflow,
        node,
        { ...data, httpRequest, httpResponse },
        'trigger',
        { webhookDescription, isTest: false },
        [],
        null,
      )
      const { workflowData } = await type.webhook.call(web)
      return { status, taken: workflowData?.[0] }
    },
    /** What the process that executes does with what was taken in. */
    complete: (taken: readonly Item[]): Promise<Ran> =>
      nodes.execute(workflow, 'trigger', 'Pipedrive', taken),
  }
}
