import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts'
import type { ConnectionView, OAuthAttempt } from '../../../workbench/api/index.ts'
import { freePort } from '../../runtime/server.ts'
import { decide } from '../../runtime/store/support.ts'
import { until, type Bench, type Failure } from './support.ts'

/** Another account, to which somebody connects in the browser. */
export const useAccount = () => {
  let sandbox: Sandbox
  let callback = ''
  afterEach(() => sandbox.close())
  const appOf = (name = 'Acme') => {
    const { clientId, clientSecret, url } = sandbox
    return { name, clientId, clientSecret, callback, server: url }
  }
  const ended = (bench: Bench, { id }: OAuthAttempt) =>
    until(async () => {
      const attempt = await bench.get<OAuthAttempt>(`/api/connections/oauth/${id}`)
      return attempt.state === 'waiting' ? undefined : attempt
    })
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
    },
    appOf,
    ended,
    begin: (bench: Bench, body: object = appOf()) =>
      bench.call<OAuthAttempt & Failure>('POST', '/api/connections/oauth', body),
    /** From the button of the page to the page that the browser comes back to. */
    async connect(bench: Bench, attempt: OAuthAttempt) {
      const answer = await decide(attempt.authorizationUrl, 'allow')
      const landed = await fetch(answer, { redirect: 'manual' })
      return { landed, attempt: await ended(bench, attempt) }
    },
  }
}

export const list = (bench: Bench) => bench.get<readonly ConnectionView[]>('/api/connections')
