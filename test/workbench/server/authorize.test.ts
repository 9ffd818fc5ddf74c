import type { OptionsView } from '../../../workbench/api/index.ts'
import { openServer } from '../../runtime/server.ts'
import { decide } from '../../runtime/store/support.ts'
import { list, useAccount } from './account.ts'
import { openBench, until } from './support.ts'

const account = useAccount()
const { start, appOf, begin, connect, ended } = account

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
    connection: { name: 'Acme', sandbox: false, state: 'ready', apiDomain: account.it.url },
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
    error: { message: expect.stringContaining('was not granted'), recovery: 'reconnect' },
  })
  expect(await list(bench)).toHaveLength(1)
})

test('an answer with another state is not heard, and nobody is sent anywhere by it', async () => {
  await start()
  const bench = await openBench()
  const { body } = await begin(bench)
  const forged = await fetch(`${account.callback}?code=stolen&state=guessed`, {
    redirect: 'manual',
  })
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
  const other = await openServer(response => response.end(), Number(new URL(account.callback).port))
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
    fetch(account.callback).then(
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
