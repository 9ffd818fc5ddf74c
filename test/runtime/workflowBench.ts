import { pipedrive } from '../../component/index.ts'
import { setTimeout } from 'node:timers/promises'
import { parseWorkflow } from '../../engine/index.ts'
import { openConnection } from '../../runtime/connections/index.ts'
import { openReceiver, startWorkflow, type WorkerOptions } from '../../runtime/webhooks/index.ts'
import { type Run, subscriptionFor } from '../../runtime/store/index.ts'
import type { Sandbox } from '../../sandbox/index.ts'
import { connected } from './store/support.ts'
import { pick } from './support.ts'

const workflowOf = (parameters: unknown) => {
  const { trigger, ...rest } = parseWorkflow(pipedrive, {
    triggers: [{ name: 'trigger_1', type: 'pipedrive/v1/newDeal' }],
    tasks: [{ name: 'addLead_1', type: 'pipedrive/v1/addLead', parameters }],
  })
  if (!trigger) throw new TypeError('no trigger')
  return { ...rest, trigger }
}
const lead = { lead: { title: '${trigger_1.title}', person_id: 1 } }

type BenchOptions = Pick<WorkerOptions, 'stepTimeoutMs'> & { readonly now?: () => number }

/** A started workflow that adds a lead for each new deal, and a way to deliver events to it. */
export const startTestWorkflow = async (
  sandbox: Sandbox,
  parameters: unknown = lead,
  { now = Date.now, ...more }: BenchOptions = {},
) => {
  const { store, connection } = await connected(sandbox, { now })
  const client = await openConnection(store, connection)
  const receiver = await openReceiver()
  const ended: Run[] = []
  const options = {
    ...{ store, client, receiver, key: 'w', connectionId: connection.id, ...more },
    workflow: workflowOf(parameters),
    onRun: (run: Run) => void (run.state === 'running' || ended.push(run)),
    onError: (error: unknown) => expect(error).toBeUndefined(),
  }
  const started = await startWorkflow(options)
  const subject = { workflow: 'w', trigger: 'newDeal', connectionId: connection.id }
  const { webhook } = await subscriptionFor(store, subject)
  const password = `${String(pick(webhook, 'user'))}:${String(pick(webhook, 'password'))}`
  const authorization = `Basic ${Buffer.from(password).toString('base64')}`
  const deliver = async (event: unknown, headers: Record<string, string> = { authorization }) => {
    const body = typeof event === 'string' ? event : JSON.stringify(event)
    const response = await fetch(started.webhookUrl, { method: 'POST', headers, body })
    return response.status
  }
  return {
    ...{ store, started, options, ended, deliver, authorization, receiver },
    /** The last run once `count` have ended. */
    async after(count: number): Promise<Run> {
      while (ended.length < count) await setTimeout(5)
      return ended[count - 1] as Run
    },
    async close() {
      await started.close()
      await receiver.close()
      await client.close()
      store.close()
    },
  }
}

export const deal = (id: string, title = 'Desks', timestamp = new Date().toISOString()) => ({
  meta: { action: 'create', entity: 'deal', id, company_id: '1', timestamp },
  data: { id: 1, title, person_id: 1, owner_id: 1 },
  previous: null,
})

export const leadsTitled = async (sandbox: Sandbox, title: string) => {
  const response = await fetch(`${sandbox.url}/api/v1/leads?limit=500`, {
    headers: { authorization: `Bearer ${sandbox.accessToken}` },
  })
  const answer = (await response.json()) as { data: { title: string }[] }
  return answer.data.filter(row => row.title === title).length
}
