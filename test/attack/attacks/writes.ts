import fc from 'fast-check'
import { pipedrive } from '../../../component/index.ts'
import { findAction, runStep } from '../../../engine/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { openServer, sendJson } from '../../runtime/server.ts'
import { pick } from '../../runtime/support.ts'
import { createTally, inParallel, type Attack } from '../attack.ts'

export const writes: Attack = {
  group: 'Transport',
  name: 'Writes while the server closes kept-alive connections at random',
  async run({ many, sample }) {
    const tally = createTally()
    const written = new Map<string, number>()
    const outcomes = sample(fc.integer({ min: 0, max: 9 }), many(150, 1_500))
    const api = await openServer((response, { method, body }, number) => {
      const outcome = outcomes[number % outcomes.length]
      if (method === 'POST') {
        const title = String(pick(JSON.parse(body), 'name'))
        written.set(title, (written.get(title) ?? 0) + 1)
      }
      if (outcome === 0) return response.destroy()
      sendJson(response, { success: true, data: method === 'POST' ? { id: number } : {} })
      if (outcome === 1) response.socket?.destroySoon()
      if (outcome === 2) response.socket?.resetAndDestroy()
      return undefined
    })
    const tokens = { accessToken: 'secret', apiDomain: api.url }
    const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
    let checked = 0
    await inParallel([...outcomes.keys()], 16, at =>
      tally.attempt(
        `write ${at}`,
        async () => {
          const name = `Organization ${at}`
          const input = { organization: { name } }
          const result = await runStep(findAction(pipedrive, 'addOrganization'), input, { client })
          const times = written.get(name) ?? 0
          if (times > 1) return `has arrived ${times} times`
          if (!('error' in result)) return times === 1 ? undefined : 'succeeds without arriving'
          if (result.error.recovery === 'check') checked++
          return result.error.recovery !== 'check' && times === 1
            ? `has arrived, and is to be answered by “${result.error.recovery}”`
            : undefined
        },
        120_000,
      ),
    )
    await client.close()
    await api.close()
    return tally.total(`${checked} to be looked for`)
  },
}
