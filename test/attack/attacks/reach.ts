import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { pipedrive } from '../../../component/index.ts'
import { findAction, runStep } from '../../../engine/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { openServer, sendJson } from '../../runtime/server.ts'
import { createTally, type Attack } from '../attack.ts'
import { startWorkbench } from '../builtWorkbench.ts'

const answers = (host: string, port: number) =>
  new Promise<boolean>(resolve => {
    const socket = connect({ host, port, timeout: 2_000 })
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', () => end(true)).on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })

export const beyondLoopback: Attack = {
  group: 'Workbench',
  name: 'Ports that could be reached from another machine',
  async run() {
    const tally = createTally()
    const workbench = await startWorkbench()
    const { webhookUrl = '' } = await workbench.turnOn()
    const { sandboxUrl } = workbench.session
    const ports = [workbench.url, sandboxUrl, webhookUrl].map(url => Number(new URL(url).port))
    const callback = await workbench.openCallback()
    const own = Object.values(networkInterfaces()).flatMap(list =>
      (list ?? []).filter(({ internal }) => !internal).map(({ address }) => address),
    )
    for (const port of [...ports, callback])
      for (const host of ['127.0.0.2', ...own])
        tally.count(
          `${host}:${port}`,
          (await answers(host, port)) ? 'accepts a connection' : undefined,
        )
    await workbench.stop()
    return tally.total('page, sandbox, receiver, callback; on each address of this machine')
  },
}

export const redirects: Attack = {
  group: 'Transport',
  name: 'Redirects to another origin, which must not get the token',
  async run() {
    const tally = createTally()
    const other = await openServer(response => sendJson(response, { data: {} }))
    for (const status of [301, 302, 303, 307, 308])
      for (const [action, input] of [
        ['getDealDetails', { id: 1 }],
        ['addDeal', { deal: { title: 'T' } }],
      ] as const)
        await tally.attempt(`${status} of ${action}`, async () => {
          const api = await openServer(response => {
            response.writeHead(status, { location: `${other.url}/x` }).end()
          })
          const tokens = { accessToken: 'a-secret-token', apiDomain: api.url }
          const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
          const result = await runStep(findAction(pipedrive, action), input, { client })
          await client.close()
          await api.close()
          if (other.heard.length > 0) return 'is followed'
          return 'error' in result ? undefined : 'is a success'
        })
    await other.close()
    return tally.total()
  },
}

export const clocks: Attack = {
  group: 'OAuth',
  name: 'Clocks that jump ahead and back, while requests and refreshes go on',
  async run() {
    const tally = createTally()
    const hour = 3_600_000
    for (const jump of [-1, 1, -24, 24, -9_000, 9_000].map(hours => hours * hour))
      await tally.attempt(`${jump / hour} hours`, async () => {
        let now = 1_800_000_000_000
        let refreshed = 0
        const api = await openServer(response => sendJson(response, { success: true, data: [] }))
        const token = () => ({ accessToken: 'a-secret', apiDomain: api.url, expiresAt: now + hour })
        const client = openClient({
          ...{ component: pipedrive, tokens: token(), allowLoopback: true, wallClock: () => now },
          refresh: async () => {
            refreshed++
            return { ...token(), accessToken: `a-secret-${refreshed}` }
          },
        })
        const send = client.sender({ onRequest() {} })
        const begun = performance.now()
        for (const at of [0, jump, 0]) {
          now = 1_800_000_000_000 + at
          for (let time = 0; time < 3; time++) await send({ method: 'GET', path: '/api/v2/stages' })
        }
        await client.close()
        await api.close()
        const ms = performance.now() - begun
        if (ms > 5_000) return `takes ${ms.toFixed(0)} ms`
        return refreshed > 2 ? `refreshes ${refreshed} times` : undefined
      })
    return tally.total()
  },
}
