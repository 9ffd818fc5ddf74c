import { startSandbox } from '../../../sandbox/index.ts'
import type { ConnectionView, OAuthAttempt } from '../../../workbench/api/index.ts'
import { freePort } from '../../runtime/server.ts'
import { decide } from './consent.ts'
import { openBench, until } from './support.ts'

test('the sandbox is connected again with one click, under a name that is free', async () => {
  const callback = `http://127.0.0.1:${await freePort()}/callback`
  const other = await startSandbox({ redirectUri: callback })
  const bench = await openBench()
  const { id } = await bench.connection()
  await bench.call('DELETE', `/api/connections/${id}`)
  const { clientId, clientSecret, url: server } = other
  const app = { name: 'Sandbox', clientId, clientSecret, callback, server }
  const { body } = await bench.call<OAuthAttempt>('POST', '/api/connections/oauth', app)
  await fetch(await decide(body.authorizationUrl, 'allow'), { redirect: 'manual' })
  await until(async () => {
    const { state } = await bench.get<OAuthAttempt>(`/api/connections/oauth/${body.id}`)
    return state === 'connected' ? state : undefined
  })
  const made = await bench.call<ConnectionView>('POST', '/api/connections/sandbox')
  expect(made.body).toMatchObject({ name: 'Sandbox of the workbench', sandbox: true })
  const again = await bench.call<ConnectionView>('POST', '/api/connections/sandbox')
  expect(again.body.id).toBe(made.body.id)
  expect((await bench.call('POST', `/api/connections/${made.body.id}/test`)).status).toBe(200)
  await other.close()
})

test('what a connection has used is shown by day', async () => {
  const bench = await openBench()
  const { id } = await bench.connection()
  await bench.call('POST', `/api/connections/${id}/test`)
  // The use is written down when a client is closed, or every few seconds.
  await bench.call('POST', '/api/connections/sandbox')
  const { usage } = await bench.connection()
  expect(usage).toMatchObject([{ day: new Date().toISOString().slice(0, 10), calls: 1, tokens: 2 }])
})
