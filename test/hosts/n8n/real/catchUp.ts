import type { Credential } from './connect.ts'
import type { Rest } from './rest.ts'
import { callable, nodeOf, to, type WorkflowNode } from './workflows.ts'

/** Compares the deals since a moment with the leads since then, and makes those that are missing. */
export const catchUp = async (rest: Rest, credential: Credential, since: Date) => {
  const many = (resource: string, name: string) =>
    nodeOf(
      'pipedriveComponent',
      name,
      {
        ...{ resource, operation: 'getAll', returnAll: true },
        filters: { updated_since: since.toISOString() },
      },
      credential,
    )
  const missing: WorkflowNode = {
    ...{ id: 'missing', name: 'Missing', type: 'n8n-nodes-base.merge', typeVersion: 3 },
    position: [600, 0],
    parameters: {
      ...{ mode: 'combine', combineBy: 'combineByFields', fieldsToMatchString: 'title' },
      ...{ joinMode: 'keepNonMatches', outputDataFrom: 'input1', options: {} },
    },
  }
  const lead = nodeOf(
    'pipedriveComponent',
    'Lead',
    leadOf('={{ $json.person_id.value }}'),
    credential,
  )
  const nodes = [many('deal', 'Deals'), many('lead', 'Leads'), missing, lead]
  const connections = {
    Webhook: { main: [['Deals', 'Leads'].map(node => ({ node, type: 'main', index: 0 }))] },
    Deals: to('main', 'Missing'),
    Leads: { main: [[{ node: 'Missing', type: 'main', index: 1 }]] },
    Missing: to('main', 'Lead'),
  }
  const workflow = await callable(rest, 'catch-up', nodes, { connections })
  const { status, items } = await workflow.run()
  if (status !== 200) throw new Error(`catching up: ${status} ${JSON.stringify(items)}`)
}

/** The parameters of a node that makes a lead of a deal. */
export const leadOf = (person: string) => ({
  ...{ resource: 'lead', operation: 'create', title: '={{ $json.title }}' },
  person_id: { __rl: true, mode: 'id', value: person },
})
