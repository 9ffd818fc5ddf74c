import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts'
import type {
  ConnectionTest,
  ConnectionView,
  OAuthAttempt,
  OptionsView,
} from '../../../workbench/api/index.ts'
import { freePort, openServer } from '../../runtime/server.ts'
import { decide } from './consent.ts'
import { openBench, until, type Bench, type Failure } from './support.ts'

let sandbox: Sandbox
let callback: string
const start = async (options: SandboxOptions = {}) => {
  callback = `http://127.0.0.1:${await freePort()}/callback`
  sandbox = await startSandbox({ redirectUri: callback, ...options })
}
afterEach(() => sandbox.close())

const appOf = (name = 'Acme') => {
  const { clientId, clientSecret, url } = sandbox
  return { name, clientId, clientSecret, callback, server: url }
}
const begin = (bench: Bench, body: object = appOf()) =>
  bench.call<OAuthAttempt & Failure>('POST', '/api/connections/oauth', body)
const ended = (bench: Bench, { id }: OAuthAttempt) =>
  until(async () => {
    const attempt = await bench.get<OAuthAttempt>(`/api/connections/oauth/${id}`)
    return attempt.state === 'waiting' ? undefined : attempt
  })
/** From the button of the page to the page that the browser comes back to. */
const connect = async (bench: Bench, attempt: OAuthAttempt) => {
  const answer = await decide(attempt.authorizationUrl, 'allow')
  const landed = await fetch(answer, { redirect: 'manual' })
  return { landed, attempt: await ended(bench, attempt) }
}
const list = (bench: Bench) => bench.get<readonly ConnectionView[]>('/api/connections')

test('an account is connected in the browser, which comes back to the page', async () => {
  await start()
  const bench = await openBench()
  const heard = await bench.live()
  const begun = await begin(bench)
  expect(begun).toMatchObject({ status: 201, body: { state: 'waiting' } })
  const { landed, attempt } = await connect(bench, begun.body)
  expect(landed.status).toBe(302)
  expect(landed.headers.get('location')).toBe(`${bench.url}/connections?attempt=${attempt.id}`)
  expect(attempt).toMatchObject({
    state: 'connected',
    connection: { name: 'Acme', sandbox: false, state: 'ready', apiDomain: sandbox.url },
  })
  expect((await list(bench)).map(({ name }) => name)).toEqual(['Acme', 'Sandbox'])
  expect(heard).toContainEqual({ type: 'connections' })
  const connectionId = attempt.connection?.id
  const question = { connectionId, operation: 'addDeal', path: 'deal.pipeline_id' }
  const { body } = await bench.call<OptionsView>('POST', '/api/options', question)
  expect(body.options).toHaveLength(2)
})

test('a denial says what to do, and keeps nothing', async () => {
  await start()
  const bench = await openBench()
  const { body } = await begin(bench)
  const landed = await fetch(await decide(body.authorizationUrl, 'deny'), { redirect: 'manual' })
  expect(landed.headers.get('location')).toContain(`attempt=${body.id}`)
  expect(await ended(bench, body)).toMatchObject({
    state: 'failed',
    error: { message: expect.stringContaining('did not grant access'), recovery: 'reconnect' },
  })
  expect(await list(bench)).toHaveLength(1)
})

test('an answer with another state is not heard, and nobody is sent anywhere by it', async () => {
  await start()
  const bench = await openBench()
  const { body } = await begin(bench)
  const forged = await fetch(`${callback}?code=stolen&state=guessed`, { redirect: 'manual' })
  expect([forged.status, forged.headers.get('location')]).toEqual([400, null])
  const { attempt } = await connect(bench, body)
  expect(attempt.state).toBe('connected')
})

test('a wrong secret is said when access was granted', async () => {
  await start()
  const bench = await openBench()
  const { body } = await begin(bench, { ...appOf(), clientSecret: 'wrong' })
  const { attempt } = await connect(bench, body)
  expect(attempt).toMatchObject({
    state: 'failed',
    error: { hint: expect.stringContaining('secret') },
  })
})

test('a callback that is taken is a clear error before the browser goes anywhere', async () => {
  await start()
  const bench = await openBench()
  const other = await openServer(response => response.end(), Number(new URL(callback).port))
  const { status, body } = await begin(bench)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    path: 'callback',
    message: expect.stringContaining('nothing can listen at'),
  })
  await other.close()
  expect((await begin(bench)).status).toBe(201)
})

test('a new attempt ends the one before, and one can be given up', async () => {
  await start()
  const bench = await openBench()
  const first = await begin(bench)
  const second = await begin(bench)
  expect(second.status).toBe(201)
  expect((await bench.call('GET', `/api/connections/oauth/${first.body.id}`)).status).toBe(404)
  const { id } = second.body
  expect((await bench.call('DELETE', `/api/connections/oauth/${id}`)).status).toBe(204)
  expect((await bench.call('GET', `/api/connections/oauth/${id}`)).status).toBe(404)
  await until(() =>
    fetch(callback).then(
      () => undefined,
      () => true,
    ),
  )
})

test('what was filled in wrongly is named', async () => {
  await start()
  const bench = await openBench()
  const wrong = [
    ['name', { name: ' ' }],
    ['name', { name: 'Sandbox' }],
    ['clientId', { clientId: '' }],
    ['clientSecret', { clientSecret: '' }],
    ['callback', { callback: 'https://evil.example/callback' }],
    ['server', { server: 'https://evil.example' }],
  ] as const
  for (const [path, change] of wrong) {
    const { status, body } = await begin(bench, { ...appOf(), ...change })
    expect([status, body.error.path]).toEqual([400, path])
  }
})

test('test, rename, reconnect, disconnect', async () => {
  await start({ scopes: ['base', 'deals:full', 'contacts:full'] })
  const bench = await openBench()
  const { attempt } = await connect(bench, (await begin(bench)).body)
  const path = `/api/connections/${attempt.connection?.id}`
  const missingScopes = ['leads:full', 'activities:read', 'users:read', 'webhooks:full']
  expect(attempt.connection).toMatchObject({ missingScopes })
  const { body } = await bench.call<ConnectionTest>('POST', `${path}/test`)
  expect(body).toEqual({ account: attempt.connection?.account, missingScopes })

  expect((await bench.call('PATCH', path, { name: 'Sandbox' })).status).toBe(400)
  const renamed = await bench.call<ConnectionView>('PATCH', path, { name: 'Sales' })
  expect(renamed.body).toMatchObject({ id: attempt.connection?.id, name: 'Sales' })

  await fetch(`${sandbox.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'tokens-revoke' }),
  })
  const refused = await bench.call<Failure>('POST', `${path}/test`)
  expect(refused.body.error.recovery).toBe('reconnect')
  expect(await list(bench)).toMatchObject([{ name: 'Sales', state: 'reconnect' }, {}])
  const again = await bench.call<OAuthAttempt>('POST', `${path}/reconnect`)
  expect((await connect(bench, again.body)).attempt).toMatchObject({
    state: 'connected',
    connection: { id: attempt.connection?.id, name: 'Sales', state: 'ready' },
  })
  expect((await bench.call('POST', `${path}/test`)).status).toBe(200)
  expect((await bench.call('DELETE', path)).status).toBe(204)
  expect((await list(bench)).map(({ name }) => name)).toEqual(['Sandbox'])
})

test('a connection that can’t be revoked is kept, unless it is to be forgotten all the same', async () => {
  await start()
  const bench = await openBench()
  const { attempt } = await connect(bench, (await begin(bench)).body)
  await sandbox.close()
  const path = `/api/connections/${attempt.connection?.id}`
  const { status, body } = await bench.call<Failure>('DELETE', path)
  expect(status).toBe(500)
  expect(body.error).toMatchObject({
    message: expect.stringContaining('still accepts'),
    recovery: 'retry',
  })
  expect(await list(bench)).toHaveLength(2)
  expect((await bench.call('DELETE', `${path}?forget=true`)).status).toBe(204)
  expect(await list(bench)).toHaveLength(1)
})

test('the sandbox is connected again with one click, under a name that is free', async () => {
  await start()
  const bench = await openBench()
  const { id } = await bench.connection()
  await bench.call('DELETE', `/api/connections/${id}`)
  await connect(bench, (await begin(bench, appOf('Sandbox'))).body)
  const made = await bench.call<ConnectionView>('POST', '/api/connections/sandbox')
  expect(made.body).toMatchObject({ name: 'Sandbox of the workbench', sandbox: true })
  const again = await bench.call<ConnectionView>('POST', '/api/connections/sandbox')
  expect(again.body.id).toBe(made.body.id)
  expect((await bench.call('POST', `/api/connections/${made.body.id}/test`)).status).toBe(200)
})

test('what a connection has used is shown by day', async () => {
  await start()
  const bench = await openBench()
  const { id } = await bench.connection()
  await bench.call('POST', `/api/connections/${id}/test`)
  // The use is written down when a client is closed, or every few seconds.
  await bench.call('POST', '/api/connections/sandbox')
  const { usage } = await bench.connection()
  expect(usage).toMatchObject([{ day: new Date().toISOString().slice(0, 10), calls: 1, tokens: 2 }])
})
