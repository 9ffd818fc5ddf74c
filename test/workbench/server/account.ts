import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts'
import type { ConnectionView, OAuthAttempt } from '../../../workbench/api/index.ts'
import { freePort } from '../../runtime/server.ts'
import { decide } from '../../runtime/store/support.ts'
import { closeBenches, until, type Bench, type Failure } from './support.ts'
import { addFault } from '../../faults.ts'

/** Another account, connected in the browser. */
export const useAccount = () => {
  let sandbox: Sandbox
  let callback = ''
  const open = new Set<Sandbox>()
  afterEach(async () => {
    await closeBenches()
    await Promise.all([...open].map(one => one.close()))
    open.clear()
  })
  const appOf = (name = 'Acme') => {
    const { clientId, clientSecret, url } = sandbox
    return { name, clientId, clientSecret, callback, server: url }
  }
  const ended = (bench: Bench, { id }: OAuthAttempt) =>
    until(async () => {
      const attempt = await bench.get<OAuthAttempt>(`/api/connections/oauth/${id}`)
      return attempt.state === 'waiting' ? undefined : attempt
    })
  const begin = (bench: Bench, body: object = appOf()) =>
    bench.call<OAuthAttempt & Failure>('POST', '/api/connections/oauth', body)
  /** From the button of the page to the page that the browser comes back to. */
  const connect = async (bench: Bench, attempt: OAuthAttempt) => {
    const answer = await decide(attempt.authorizationUrl, 'allow')
    const landed = await fetch(answer, { redirect: 'manual' })
    return { landed, attempt: await ended(bench, attempt) }
  }
  const api = async (path: string, method = 'GET') => {
    const { url, accessToken } = sandbox
    const headers = { authorization: `Bearer ${accessToken}` }
    return (await fetch(url + path, { method, headers })).json()
  }
  const webhooks = async () => {
    const { data } = (await api('/api/v1/webhooks')) as { data: { id: number }[] }
    return data
  }
  return {
    get it() {
      return sandbox
    },
    get callback() {
      return callback
    },
    async start(options: SandboxOptions = {}) {
      callback = `http://127.0.0.1:${await freePort()}/callback`
      sandbox = await startSandbox({ redirectUri: callback, ...options })
      open.add(sandbox)
    },
    appOf,
    ended,
    begin,
    connect,
    /** Lets the example work in this account, to which controls belong, in place of the sandbox. */
    async adopt(bench: Bench) {
      const { body } = await begin(bench)
      const connectionId = (await connect(bench, body)).attempt.connection?.id
      const { id, version, definition } = await bench.example()
      const change = { definition, version, connectionId }
      await bench.call('PUT', `/api/workflows/${id}`, change)
      return connectionId
    },
    webhooks,
    /** As its administrator might, or Pipedrive after days of failed deliveries. */
    async deleteWebhooks() {
      for (const { id } of await webhooks()) await api(`/api/v1/webhooks/${id}`, 'DELETE')
    },
    fault: (fault: object) => addFault(sandbox.url, fault),
  }
}

export const list = (bench: Bench) => bench.get<readonly ConnectionView[]>('/api/connections')
