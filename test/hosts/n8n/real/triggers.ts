import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../../../component/index.ts'
import { memberAt } from '../../../../definitions/index.ts'
import { openMeter } from '../../../../engine/index.ts'
import { openClient } from '../../../../runtime/index.ts'
import type { Sandbox } from '../../../../sandbox/index.ts'
import type { Credential } from './connect.ts'
import type { Rest } from './rest.ts'
import { makeWorkflow, nodeOf } from './workflows.ts'

/** Activates a workflow for each trigger, makes its event happen, and looks what has started. */
export const receiveEvents = async (rest: Rest, sandbox: Sandbox, credential: Credential) => {
  const failed: string[] = []
  for (const { name, sampleOutput } of pipedrive.triggers) {
    const parameters = { event: name, complete: true }
    const node = nodeOf('pipedriveComponentTrigger', 'Event', parameters, credential)
    const id = await makeWorkflow(rest, name, [node])
    try {
      await registered(sandbox, 1)
      await simulate(sandbox, name)
      const { status, result } = await rest.execution(id)
      const output = memberAt(result, 'runData.Event.0.data.main.0.0.json')
      const missing = Object.keys(Object(sampleOutput)).filter(key => !(key in Object(output)))
      if (status !== 'success' || missing.length > 0)
        failed.push(`${name}: ${String(status)}, without ${missing.join(', ')}`)
    } catch (error) {
      failed.push(`${name}: ${String(error).slice(0, 200)}`)
    }
    await rest.call('POST', `/rest/workflows/${id}/deactivate`, {})
  }
  await registered(sandbox, 0).catch(() => failed.push('webhooks are left behind'))
  return { all: pipedrive.triggers.length, failed }
}

export const webhooksOf = async ({ url, accessToken }: Sandbox): Promise<readonly unknown[]> => {
  const headers = { authorization: `Bearer ${accessToken}` }
  const answer: unknown = await (await fetch(`${url}/api/v1/webhooks`, { headers })).json()
  return (memberAt(answer, 'data') as readonly unknown[] | null) ?? []
}

/** n8n registers webhooks after it has answered. */
export const registered = async (sandbox: Sandbox, count: number): Promise<void> => {
  for (const start = Date.now(); Date.now() - start < 20_000; await setTimeout(50))
    if ((await webhooksOf(sandbox)).length === count) return
  throw new Error(`there are ${(await webhooksOf(sandbox)).length} webhooks, not ${count}`)
}

const simulate = async ({ url, accessToken }: Sandbox, name: string): Promise<void> => {
  const tokens = { accessToken, apiDomain: url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  try {
    await openMeter({ client }).run(pipedrive.simulate(name))
  } finally {
    await client.close()
  }
}
