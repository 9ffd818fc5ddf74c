import { performance } from 'node:perf_hooks'
import { pipedrive } from '../../../component/index.ts'
import { findAction, runStep } from '../../../engine/index.ts'
import { openConnection } from '../../../runtime/connections/index.ts'
import { startSandbox } from '../../../sandbox/index.ts'
import { openServer, sendJson } from '../../runtime/server.ts'
import { connected } from '../../runtime/store/support.ts'
import { startTestWorkflow } from '../../runtime/workflowBench.ts'
import { createTally, type Attack } from '../attack.ts'

export const endpointDown: Attack = {
  group: 'OAuth',
  name: 'A token endpoint that is down, and then works again',
  async run({ many }) {
    const tally = createTally()
    const sandbox = await startSandbox({ scale: 20 })
    let isDown = true
    const server = await openServer((response, { headers, body }) => {
      if (isDown) return sendJson(response, {}, 503)
      const { authorization = '' } = headers
      const form = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
      return void fetch(`${sandbox.url}/oauth/token`, { method: 'POST', headers: form, body })
        .then(reply => reply.json())
        .then(reply => sendJson(response, reply))
    })
    const { store, connection } = await connected(sandbox, { server: server.url, expiresIn: -1 })
    const client = await openConnection(store, connection)
    const ask = () => runStep(findAction(pipedrive, 'getDealDetails'), { id: 1 }, { client })
    for (let at = 0; at < many(5, 30); at++)
      await tally.attempt(`call ${at} while it is down`, async () => {
        const result = await ask()
        const isRight = 'error' in result && result.error.recovery === 'retry'
        return isRight ? undefined : 'is not told to try again'
      })
    isDown = false
    for (let at = 0; at < 5; at++)
      await tally.attempt(`call ${at} afterwards`, async () => {
        const result = await ask()
        return 'error' in result ? result.error.message : undefined
      })
    await client.close()
    store.close()
    await server.close()
    await sandbox.close()
    return tally.total()
  },
}

export const timing: Attack = {
  group: 'Webhooks',
  name: 'Time that the check of wrong credentials takes',
  onlyLong: true,
  async run({ many }) {
    const tally = createTally()
    const sandbox = await startSandbox({ scale: 20 })
    const { started, authorization, close } = await startTestWorkflow(sandbox)
    const right = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
    const kinds = {
      none: '',
      short: basic('a:b'),
      'first character': basic(`x${right.slice(1)}`),
      middle: basic(`${right.slice(0, 40)}x${right.slice(41)}`),
      'last character': basic(`${right.slice(0, -1)}x`),
      longer: basic(`${right}x`),
    }
    const times = new Map<string, number[]>(Object.keys(kinds).map(kind => [kind, []]))
    const count = many(100, 600)
    for (let at = 0; at < count; at++)
      for (const [kind, credentials] of Object.entries(kinds)) {
        const begun = performance.now()
        await fetch(started.webhookUrl, {
          ...{ method: 'POST', body: '{}' },
          headers: credentials === '' ? {} : { authorization: credentials },
        })
        times.get(kind)?.push(performance.now() - begun)
      }
    const medians = [...times].map(([kind, all]) => {
      const median = all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
      return [kind, median] as const
    })
    const fastest = Math.min(...medians.map(([, ms]) => ms))
    for (const [kind, ms] of medians)
      // Other work on the machine makes more of a difference than one comparison could.
      tally.count(kind, ms < 2 * fastest ? undefined : `takes ${ms.toFixed(2)} ms`)
    await close()
    await sandbox.close()
    return tally.total(medians.map(([kind, ms]) => `${kind} ${ms.toFixed(2)} ms`).join(', '))
  },
}
