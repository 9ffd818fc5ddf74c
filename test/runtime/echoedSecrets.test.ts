import fc from 'fast-check'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { drive, findAction, loadOptions, runStep, serializeError } from '../../engine/index.ts'
import { ComponentError } from '../../definitions/index.ts'
import { openClient } from '../../runtime/index.ts'
import { exchangeCode, refreshTokens, revokeToken } from '../../runtime/connections/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { answerWith, echo, shownIn, type Echo } from './echoes.ts'
import { instantClock } from './clocks.ts'
import { openServer, type TestServer } from './server.ts'
import { actionNamed, triggerNamed } from './support.ts'
import { deal, startTestWorkflow } from './workflowBench.ts'
import { listRuns, runOf } from '../../runtime/store/index.ts'

const secrets = {
  accessToken: 'v1u:AQ/access+token=="~',
  refreshToken: '12345:AQ/refresh+token==',
  clientSecret: 'client/secret+5f3a&x',
  code: 'code/authorization+9c',
  password: 'aWebhookPassword1234567890',
}
const app = {
  clientId: 'client:id',
  clientSecret: secrets.clientSecret,
  redirectUri: 'http://127.0.0.1:1/callback',
}
const basic = [
  Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64'),
  Buffer.from(
    `${encodeURIComponent(app.clientId)}:${encodeURIComponent(app.clientSecret)}`,
  ).toString('base64'),
]
const all = { ...secrets, basic: basic[0] ?? '', escapedBasic: basic[1] ?? '' }

let said: { readonly secret: string; readonly echo: Echo }
let server: TestServer
beforeAll(async () => {
  server = await openServer(response => answerWith(response, said.secret, said.echo))
})
afterAll(() => server.close())

/** Everything that can be seen of it, in any way. */
const everything = (value: unknown) => {
  const shown = value instanceof ComponentError ? JSON.stringify(serializeError(value)) : ''
  return shown + JSON.stringify(value) + inspect(value, { depth: null, maxStringLength: null })
}
const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error)

test('no answer of the API shows a secret, wherever and however it repeats one', async () => {
  const names = ['accessToken', 'refreshToken', 'clientSecret', 'code'] as const
  const property = fc.asyncProperty(fc.constantFrom(...names), echo, async (name, echo) => {
    said = { secret: secrets[name], echo }
    const { accessToken, ...others } = secrets
    const client = openClient({
      component: pipedrive,
      tokens: { accessToken, apiDomain: server.url, secrets: Object.values(others) },
      allowLoopback: true,
      timing: instantClock().timing,
    })
    const run = (action: string, input: unknown) =>
      runStep(findAction(pipedrive, action), input, { client })
    const send = client.sender({ onRequest() {} })
    const endpoint = { webhookUrl: 'http://127.0.0.1/x', user: 'u', password: secrets.password }
    const seen = [
      await run('getDealDetails', { id: 1 }),
      await run('addDeal', { deal: { title: 'Desks' } }),
      await run('deletePerson', { id: 1 }),
      await run('customAction', { method: 'POST', path: '/api/v1/x', body: { a: 1 } }),
      await loadOptions(actionNamed('addDeal'), 'deal.stage_id', { input: {} }, { client }),
      await outcome(drive(triggerNamed('newDeal').webhookEnable(endpoint), send)),
      await outcome(drive(pipedrive.connection.test(), send)),
      await outcome(send({ method: 'GET', path: '/api/v1/x' })),
    ]
    await client.close()
    const { password: _, ...told } = all
    expect(shownIn(everything(seen), told)).toEqual([])
  })
  await fc.assert(property, { numRuns: 120 })
})

test('nor does one show the password of a webhook that it refuses', async () => {
  const property = fc.asyncProperty(echo, async echo => {
    said = { secret: secrets.password, echo }
    const tokens = { accessToken: secrets.accessToken, apiDomain: server.url }
    const { timing } = instantClock()
    const client = openClient({ component: pipedrive, tokens, allowLoopback: true, timing })
    const body = { http_auth_user: 'user', http_auth_password: secrets.password }
    const send = client.sender({ onRequest() {} })
    const seen = await outcome(send({ method: 'POST', path: '/api/v1/webhooks', body }))
    await client.close()
    expect(shownIn(everything(seen), all)).toEqual([])
  })
  await fc.assert(property, { numRuns: 60 })
})

test('no answer of a token endpoint shows what it was asked with', async () => {
  const { connection } = pipedrive
  const known = { ...app, server: server.url }
  const query = new URLSearchParams({ code: secrets.code, state: 's' }).toString()
  const callback = new URL(`${app.redirectUri}?${query}`)
  const { clientSecret, code, refreshToken } = secrets
  const ofApp = { clientSecret, basic: basic[0] ?? '', escapedBasic: basic[1] ?? '' }
  const requests = [
    [{ ...ofApp, code }, () => exchangeCode(connection, known, callback, 's')],
    [{ ...ofApp, refreshToken }, () => refreshTokens(connection, known, refreshToken)],
    [{ ...ofApp, refreshToken }, () => revokeToken(connection, known, refreshToken)],
  ] as const
  const property = fc.asyncProperty(fc.nat(3), echo, async (at, echo) => {
    for (const [told, ask] of requests) {
      said = { secret: Object.values(told)[at] ?? '', echo }
      expect(shownIn(everything(await outcome(ask())), told)).toEqual([])
    }
  })
  await fc.assert(property, { numRuns: 120 })
})

test('a reply that grants tokens shows none of them where they don’t belong', async () => {
  const reply = {
    ...{ access_token: 'a-new-access-token', refresh_token: 'a-new-refresh-token' },
    ...{ token_type: 'Bearer', expires_in: 3599 },
  }
  let body: object = {}
  const server = await openServer(response => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  const known = { ...app, server: server.url }
  const ask = () => outcome(refreshTokens(pipedrive.connection, known, secrets.refreshToken))
  body = { ...reply, api_domain: server.url, scope: `base a-new-access-token ${app.clientSecret}` }
  expect(await ask()).toMatchObject({
    accessToken: 'a-new-access-token',
    refreshToken: 'a-new-refresh-token',
    scopes: ['base', '***', '***'],
  })
  body = { ...reply, api_domain: 'https://evil.example/a-new-refresh-token' }
  const refused = await ask()
  expect(refused).toBeInstanceOf(ComponentError)
  expect(everything(refused)).not.toContain('a-new-refresh-token')
  await server.close()
})

test('an event that repeats its credentials is kept without them', async () => {
  const sandbox = await startSandbox({ scale: 20 })
  const { deliver, after, store, authorization, close } = await startTestWorkflow(sandbox)
  const credentials = authorization.replace('Basic ', '')
  const [, password = ''] = Buffer.from(credentials, 'base64').toString().split(':')
  expect(password.length).toBeGreaterThan(8)
  const event = deal('1', `Desks ${password} ${credentials}`)
  expect(await deliver({ ...event, meta: { ...event.meta, authorization } })).toBe(200)
  const { id } = await after(1)
  const kept = JSON.stringify([await listRuns(store), await runOf(store, id)])
  expect(kept).toContain('Desks *** ***')
  expect(shownIn(kept, { password, credentials })).toEqual([])
  await close()
  await sandbox.close()
})
