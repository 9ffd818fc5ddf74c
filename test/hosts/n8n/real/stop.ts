import { setTimeout } from 'node:timers/promises'
import { member } from '../../../../definitions/index.ts'
import { addFault, removeFaults } from '../../../faults.ts'
import type { Credential } from './connect.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Rest } from './rest.ts'
import { callable, nodeOf } from './workflows.ts'

/** Stops an execution while it waits for the limit, and sees that nothing more is sent. */
export const stopWhileWaiting = async (
  rest: Rest,
  credential: Credential,
  sandboxUrl: string,
  sent: () => number,
): Promise<Outcome> => {
  const dealId = { __rl: true, mode: 'id', value: '1' }
  const parameters = { resource: 'deal', operation: 'get', dealId }
  const node = nodeOf('pipedriveComponent', 'Pipedrive', parameters, credential)
  const workflow = await callable(rest, 'stop', [node])
  await addFault(sandboxUrl, { kind: 'status', status: 429, path: '/api/v2/deals', times: 99 })
  try {
    const before = sent()
    void workflow.run().catch(() => undefined)
    const id = await runningOf(rest, workflow.id, () => sent() > before)
    const start = performance.now()
    await rest.call('POST', `/rest/executions/${id}/stop`)
    const afterStop = sent()
    const execution = await rest.execution(workflow.id)
    const ms = Math.round(performance.now() - start)
    await setTimeout(5_000)
    return outcomeOf(
      {
        'the execution is canceled': execution.status === 'canceled',
        'it ends at once': ms < 5_000,
        'nothing more is sent': sent() === afterStop,
      },
      { ms, status: execution.status, later: sent() - afterStop },
    )
  } finally {
    await removeFaults(sandboxUrl)
  }
}

const runningOf = async (rest: Rest, workflowId: string, isSent: () => boolean) => {
  const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['running'] }))
  for (const start = Date.now(); Date.now() - start < 20_000; await setTimeout(50)) {
    const list = await rest.call('GET', `/rest/executions?filter=${filter}&limit=1`)
    const [running] = (member(list, 'results') as readonly unknown[] | undefined) ?? []
    if (running !== undefined && isSent()) return String(member(running, 'id'))
  }
  throw new Error('the execution has not started')
}
