import { cleanup, steps, type Made } from '../../../cli/tour/steps.ts'
import { pipedrive } from '../../../component/index.ts'
import { openMeter, optionsSources } from '../../../engine/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { startSandbox } from '../../../sandbox/index.ts'
import { openServer } from '../../runtime/server.ts'
import { choicesAt } from './choicesAt.ts'
import type { Call, ScriptEngine } from './engine.ts'

export interface Timed {
  readonly name: string
  readonly loadMs: number
  readonly callMs: number
}

/** Runs all actions, live lists and triggers of the script against a sandbox; throws where one fails. */
export const tryAll = async (engine: ScriptEngine): Promise<readonly Timed[]> => {
  const sandbox = await startSandbox()
  const arrived: { readonly headers: object; readonly body: unknown }[] = []
  const receiver = await openServer((response, { headers, body }) => {
    arrived.push({ headers, body: JSON.parse(body) })
    response.end()
  })
  const parameters = { access_token: sandbox.accessToken, api_domain: sandbox.url }
  const timed: Timed[] = []
  const call = async (path: Call['path'], ...handed: readonly unknown[]) => {
    const answer = await engine.call({ path, handed, context: true })
    const name = path.join('.')
    if (answer.error) throw new Error(`${name}: ${answer.error.message}`)
    if (answer.log.length > 0) throw new Error(`${name} warns: ${answer.log.join('; ')}`)
    timed.push({ name, loadMs: answer.loadMs, callMs: answer.callMs })
    return answer.value
  }
  const client = openClient({
    component: pipedrive,
    tokens: { accessToken: sandbox.accessToken, apiDomain: sandbox.url },
    allowLoopback: true,
  })
  try {
    const made: Made = { pipeline: 1, stage: 1 }
    for (const { action, input, after } of [...steps, ...cleanup])
      after?.(made, await call(['actions', action, 'perform'], input(made), parameters))
    for (const action of pipedrive.actions)
      for (const path of optionsSources(action).keys()) {
        const options = await call(
          ['actions', action.name, ...choicesAt(action.name, path)],
          {},
          parameters,
          '',
        )
        if (!Array.isArray(options) || options.length === 0)
          throw new Error(`${action.name} ${path} has no choices`)
      }
    for (const { name } of pipedrive.triggers) {
      const webhookUrl = `${receiver.url}/webhook`
      const kept = await call(['triggers', name, 'webhookEnable'], {}, parameters, { webhookUrl })
      await openMeter({ client }).run(pipedrive.simulate(name))
      await fetch(`${sandbox.url}/_sandbox/deliveries`)
      const delivery = { parameters: {}, method: 'POST', ...arrived.at(-1) }
      const output = await call(
        ['triggers', name, 'webhookRequest'],
        {},
        parameters,
        delivery,
        kept,
      )
      if (output === null) throw new Error(`${name} has put nothing out`)
      await call(['triggers', name, 'webhookDisable'], {}, parameters, kept)
    }
    return timed
  } finally {
    await client.close()
    await receiver.close()
    await sandbox.close()
  }
}
