import { pipedrive } from '../../../component/index.ts'
import { ComponentError } from '../../../definitions/index.ts'
import { exchangeCode, refreshTokens } from '../../../runtime/connections/index.ts'
import { trustedOrigin } from '../../../runtime/index.ts'
import { startSandbox } from '../../../sandbox/index.ts'
import { openServer } from '../../runtime/server.ts'
import {
  connected,
  openTokenServer,
  startProcess,
  stepsInProcess,
} from '../../runtime/store/support.ts'
import { createTally, type Attack } from '../attack.ts'
import { deepList, jsonValues } from '../hostileTexts.ts'

const domains = [
  ...['https://evil.example', 'https://pipedrive.com.evil.example', 'https://evilpipedrive.com'],
  ...['http://acme.pipedrive.com', 'https://acme.pipedrive.com@evil.example', '//pipedrive.com'],
  ...[
    'https://evil.example/.pipedrive.com',
    'https://evil.example#.pipedrive.com',
    'pipedrive.com',
  ],
  ...['https://evil.example?.pipedrive.com', 'https://evil.example\\.pipedrive.com', 'https://'],
  ...['https://acme.pipedrive.com.', 'https://acme.pipedrive.com%2eevil.example', 'https://[::1]'],
  ...['https://pipedrive。com.evil.example', 'https://pipedrivе.com', 'http://127.0.0.1', '', ' '],
  ...['http://localhost', 'http://0.0.0.0', 'https://169.254.169.254', 'file:///etc/passwd'],
  ...['javascript:alert(1)', 'data:text/plain,x', 'ftp://acme.pipedrive.com', 'https://2130706433'],
  ...['wss://acme.pipedrive.com', 'blob:https://acme.pipedrive.com', '__proto__', 'null', '\0'],
]

export const apiDomains: Attack = {
  group: 'OAuth',
  name: 'Hostile `api_domain`s, none of which may get a token',
  async run() {
    const tally = createTally()
    for (const domain of domains)
      await tally.attempt(domain, async () => {
        try {
          return `is trusted as ${trustedOrigin(domain, pipedrive.connection, false)}`
        } catch (error) {
          return error instanceof ComponentError ? undefined : `is refused by ${String(error)}`
        }
      })
    return tally.total()
  },
}

const right = (api_domain: string) => ({
  ...{ access_token: 'new', refresh_token: 'next', token_type: 'Bearer', expires_in: 3599 },
  ...{ scope: 'base', api_domain },
})
const numbers = [1e15, 1e308, -1, 0, 0.5, Number.MAX_SAFE_INTEGER, 1e100]

export const tokenReplies: Attack = {
  group: 'OAuth',
  name: 'Hostile token replies, absurd `expires_in`, callbacks',
  async run() {
    const tally = createTally()
    let reply = { type: 'application/json', status: 200, body: '' }
    const server = await openServer(response => {
      response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body)
    })
    const app = {
      clientId: 'id',
      clientSecret: 'client-secret',
      redirectUri: 'http://127.0.0.1/c',
      server: server.url,
    }
    const ask = (what: string, body: string, status = 200, type = 'application/json') =>
      tally.attempt(what, async () => {
        reply = { type, status, body }
        try {
          const tokens = await refreshTokens(pipedrive.connection, app, 'old-refresh-token')
          const { accessToken, expiresIn } = tokens
          if (!Number.isSafeInteger(Math.round(Date.now() + expiresIn))) return 'is kept: no time'
          if (!/^[\x21-\x7e]+$/.test(accessToken)) return 'is kept: no token'
          return undefined
        } catch (error) {
          if (!(error instanceof ComponentError)) return `is refused by ${String(error)}`
          const words = `${error.message} ${error.hint}`
          return /old-refresh-token|client-secret/.test(words) ? 'is told with a secret' : undefined
        }
      })
    const json = (change: object) => JSON.stringify({ ...right(server.url), ...change })
    for (const value of jsonValues) await ask(`a reply of ${value.slice(0, 20)}`, value)
    for (const text of ['', '<html>', '{', '\ufeff{}', `{"access_token":${deepList(50_000)}}`])
      await ask(`a reply of ${text.slice(0, 20)}`, text)
    for (const expires_in of numbers) await ask(`expires_in ${expires_in}`, json({ expires_in }))
    for (const access_token of ['', 'a\r\nx: y', 'a b', 'é', '\0', 1, null, {}, ['a']])
      await ask(`access_token ${JSON.stringify(access_token)}`, json({ access_token }))
    for (const api_domain of [
      ...domains.filter(domain => !/127|localhost|\[::1/.test(domain)),
      1,
      null,
      {},
    ])
      await ask(`api_domain ${JSON.stringify(api_domain)}`, json({ api_domain }))
    for (const status of [204, 206, 301, 307, 400, 401, 403, 404, 429, 500, 503])
      await ask(`status ${status}`, '{"error":"x","error_description":"old-refresh-token"}', status)
    const echoed = Buffer.from('id:client-secret').toString('base64')
    await ask('an echo', `{"error":"x","error_description":"Basic ${echoed} client-secret"}`, 400)
    for (const query of [
      '',
      'state=wrong&code=1',
      'state=s',
      'state=s&code=1&code=2',
      'state=s&error=%1b[2J',
    ])
      await tally.attempt(`callback ${query}`, async () => {
        reply = { type: 'application/json', status: 400, body: '{"error":"invalid_grant"}' }
        const url = new URL(`http://127.0.0.1/c?${query}`)
        const failed: unknown = await exchangeCode(pipedrive.connection, app, url, 's').catch(
          (error: unknown) => error,
        )
        return failed instanceof ComponentError ? undefined : `ends with ${String(failed)}`
      })
    await server.close()
    return tally.total()
  },
}

export const refreshes: Attack = {
  group: 'OAuth',
  name: 'Processes at once on one expired connection',
  onlyLong: true,
  async run({ many }) {
    const tally = createTally()
    const sandbox = await startSandbox({ scale: 20 })
    const server = await openTokenServer(sandbox)
    const { folder, store } = await connected(sandbox, { server: server.url, expiresIn: -1 })
    const processes = Array.from({ length: many(4, 20) }, () =>
      startProcess(folder, stepsInProcess(5)),
    )
    for (const [at, { output }] of processes.entries())
      await tally.attempt(
        `process ${at}`,
        async () => {
          const done = (await output).trim()
          return done === '5' ? undefined : `has done ${done} of 5`
        },
        90_000,
      )
    const asked = server.heard.length
    tally.count('token requests', asked === 1 ? undefined : `there are ${asked}`)
    store.close()
    await server.close()
    await sandbox.close()
    return tally.total(`${processes.length} processes, ${asked} token request`)
  },
}
