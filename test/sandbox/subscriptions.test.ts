import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useWebhooks } from './webhookHarness.ts'

const { sandbox, subscribe } = useWebhooks()

test('are created, listed and deleted; credentials never come back', async () => {
  const { status, body, data } = await subscribe({
    event_action: 'create',
    event_object: 'deal',
    http_auth_user: 'alice',
    http_auth_password: 'wonderland',
    version: '2.0',
  })
  expect([status, body.status, body.success]).toEqual([201, 'ok', true])
  expect(data).toMatchObject({
    event_action: 'create',
    event_object: 'deal',
    version: '2.0',
    is_active: 1,
    remove_time: null,
    last_http_status: null,
    type: 'application',
  })
  const list = await sandbox.get('/v1/webhooks')
  expect(list.body.data).toEqual([data])
  expect(list.text).not.toMatch(/alice|wonderland/)
  expect((await sandbox.remove(`/v1/webhooks/${data.id}`)).body).toEqual({
    status: 'ok',
    success: true,
  })
  const gone = await sandbox.remove(`/v1/webhooks/${data.id}`)
  expect([gone.status, gone.body]).toEqual([
    404,
    { status: 'error', success: false, errors: { id: ['not found'] } },
  ])
})

test.each([
  [{ name: undefined }, 'name'],
  [{ event_action: 'added' }, 'event_action'],
  [{ event_action: 'updated' }, 'event_action'],
  [{ event_object: 'activityType' }, 'event_object'],
  [{ version: '1.0' }, 'version'],
  [{ user_id: 5 }, 'user_id'],
  [{ nonsense: 1 }, 'nonsense'],
  [{ subscription_url: 'no url' }, 'subscription_url'],
  [{ subscription_url: 'http://example.org/hook' }, 'subscription_url'],
  [{ subscription_url: 'ftp://127.0.0.1/' }, 'subscription_url'],
])('%j is refused', async (wanted, field) => {
  const { status, body } = await subscribe(wanted)
  expect([status, body]).toEqual([
    400,
    { status: 'error', success: false, errors: { [field]: [expect.any(String)] } },
  ])
})

test('where nobody listens, or to the API itself, is refused', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  for (const subscription_url of [`http://127.0.0.1:${port}/`, `${sandbox.it.url}/v1/webhooks`]) {
    const { status, body } = await subscribe({ subscription_url })
    expect([status, body.errors]).toEqual([
      400,
      { subscription_url: ['invalid or non-reachable URL'] },
    ])
  }
})

test('the 41st is refused', async () => {
  for (let count = 0; count < 40; count++) expect((await subscribe()).status).toBe(201)
  const { status, body } = await subscribe()
  expect([status, body.success]).toEqual([422, false])
})
