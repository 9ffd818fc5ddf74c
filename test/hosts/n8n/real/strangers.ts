import { setTimeout } from 'node:timers/promises'
import { member, memberAt } from '../../../../definitions/index.ts'
import type { Sandbox } from '../../../../sandbox/index.ts'
import type { Credential } from './connect.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Rest } from './rest.ts'
import { registered, webhooksOf } from './triggers.ts'
import { makeWorkflow, nodeOf } from './workflows.ts'

/** Deliveries that are not Pipedrive's are refused, and start nothing. */
export const refuseStrangers = async (
  rest: Rest,
  sandbox: Sandbox,
  credential: Credential,
): Promise<Outcome> => {
  const parameters = { event: 'newDeal', complete: false }
  const node = nodeOf('pipedriveComponentTrigger', 'Event', parameters, credential)
  const id = await makeWorkflow(rest, 'strangers', [node])
  await registered(sandbox, 1)
  const [webhook] = await webhooksOf(sandbox)
  const url = String(member(webhook, 'subscription_url'))
  const body = JSON.stringify({ meta: { action: 'create', entity: 'deal', id: 'x' }, data: {} })
  const deliver = async (more: Readonly<Record<string, string>>) => {
    const headers = { 'content-type': 'application/json', ...more }
    return (await fetch(url, { method: 'POST', headers, body })).status
  }
  const wrong = `Basic ${Buffer.from('user:wrong').toString('base64')}`
  const statuses = [await deliver({ authorization: wrong }), await deliver({})]
  await setTimeout(1_000)
  const filter = encodeURIComponent(JSON.stringify({ workflowId: id }))
  const list = await rest.call('GET', `/rest/executions?filter=${filter}&limit=1`)
  const started = memberAt(list, 'results.0')
  await rest.call('POST', `/rest/workflows/${id}/deactivate`, {})
  return outcomeOf(
    {
      'a wrong password is refused': statuses[0] === 401,
      'so is none': statuses[1] === 401,
      'nothing has started': started === undefined,
    },
    { statuses, started },
  )
}
