import type { ConnectionTest, ConnectionView, OAuthAttempt } from '../../../workbench/api/index.ts'
import { list, useAccount } from './account.ts'
import { openBench, type Failure } from './support.ts'
import { addFault } from '../../faults.ts'

const account = useAccount()
const { start, appOf, begin, connect } = account

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

  await addFault(account.it.url, { kind: 'tokens-revoke' })
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
  await account.it.close()
  const path = `/api/connections/${attempt.connection?.id}`
  const { status, body } = await bench.call<Failure>('DELETE', path)
  expect(status).toBe(500)
  expect(body.error).toMatchObject({
    message: expect.stringContaining('were not revoked'),
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
  expect(made.body).toMatchObject({ name: 'Workbench sandbox', sandbox: true })
  const again = await bench.call<ConnectionView>('POST', '/api/connections/sandbox')
  expect(again.body.id).toBe(made.body.id)
  expect((await bench.call('POST', `/api/connections/${made.body.id}/test`)).status).toBe(200)
})

test('a workflow is turned on and off while its connection is made anew again and again', async () => {
  const bench = await openBench()
  const { id } = await bench.example()
  const statuses: number[] = []
  const repeat = async (...paths: readonly string[]) => {
    for (let time = 0; time < 10; time++)
      for (const path of paths) statuses.push((await bench.call('POST', path)).status)
  }
  const turns = repeat(`/api/workflows/${id}/on`, `/api/workflows/${id}/off`)
  await Promise.all([turns, repeat('/api/connections/sandbox'), repeat('/api/connections/sandbox')])
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('what a connection has used is shown by day', async () => {
  await start()
  const bench = await openBench()
  const { id } = await bench.connection()
  await bench.call('POST', `/api/connections/${id}/test`)
  // The use is written down when a client is closed, or every few seconds.
  await bench.call('POST', '/api/connections/sandbox')
  const { usage } = await bench.connection()
  expect(usage).toMatchObject([
    { day: new Date().toISOString().slice(0, 10), calls: 1, tokenCost: 2 },
  ])
})
