import { useReceiver, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const receiver = useReceiver()
const deals = '/api/v2/deals'
const count = async () => (await sandbox.all(`${deals}?limit=500`)).length
const add = () => sandbox.post(deals, { title: 'Fault' })

test.each([500, 502, 503, 429])('status %d, once', async status => {
  await sandbox.fault({ kind: 'status', status, method: 'GET', path: `${deals}/{id}` })
  expect((await sandbox.get(`${deals}/1`)).status).toBe(status)
  expect((await sandbox.get(`${deals}/1`)).status).toBe(200)
})

test('only where method and path match, as often as asked', async () => {
  await sandbox.fault({ kind: 'status', path: '/api/v2/persons', method: 'POST', times: 2 })
  expect((await sandbox.get('/api/v2/persons')).status).toBe(200)
  const post = async () => (await sandbox.post('/api/v2/persons', { name: 'x' })).status
  expect([await post(), await post(), await post()]).toEqual([500, 500, 200])
})

test('a reset before the write leaves nothing, one after it leaves the record', async () => {
  const before = await count()
  await sandbox.fault({ kind: 'reset-before', method: 'POST' })
  await expect(add()).rejects.toThrow()
  expect(await count()).toBe(before)
  await sandbox.fault({ kind: 'reset-after', method: 'POST' })
  await expect(add()).rejects.toThrow()
  expect(await count()).toBe(before + 1)
})

test('a truncated body breaks off', async () => {
  await sandbox.fault({ kind: 'truncated', path: deals })
  await expect(sandbox.get(`${deals}?limit=500`)).rejects.toThrow()
  expect((await sandbox.get(deals)).status).toBe(200)
})

test('a forbidden page', async () => {
  await sandbox.fault({ kind: 'html-403' })
  const { status, headers, text } = await sandbox.get(deals)
  expect([status, headers.get('content-type')]).toEqual([403, expect.stringContaining('text/html')])
  expect(text).toContain('<html>')
})

test('latency holds an answer back until the clock has moved', async () => {
  await sandbox.fault({ kind: 'latency', ms: 60_000, path: deals })
  let done = false
  const answer = sandbox.get(deals).then(result => {
    done = true
    return result
  })
  await sandbox.get('/api/v2/persons')
  expect(done).toBe(false)
  await sandbox.advance(60_000)
  expect((await answer).status).toBe(200)
})

test('tokens expire, are revoked, and refresh tokens rotate on demand', async () => {
  const { clientId, clientSecret } = sandbox.it
  const refresh = async (refresh_token: string) => {
    const form = {
      grant_type: 'refresh_token',
      refresh_token,
      client_id: clientId,
      client_secret: clientSecret,
    }
    return sandbox.call('POST', '/oauth/token', new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
  }
  const tokens = (action: string) => sandbox.fault({ kind: `tokens-${action}` })
  await tokens('expire')
  expect((await sandbox.get(deals)).body).toMatchObject({ success: false, errorCode: 401 })
  const kept = await refresh(sandbox.it.refreshToken)
  expect(kept.body.refresh_token).toBe(sandbox.it.refreshToken)
  await tokens('rotate')
  const rotated = await refresh(sandbox.it.refreshToken)
  expect(rotated.body.refresh_token).not.toBe(sandbox.it.refreshToken)
  expect((await refresh(sandbox.it.refreshToken)).status).toBe(400)
  await sandbox.remove('/_sandbox/faults')
  await tokens('revoke')
  expect((await refresh(rotated.body.refresh_token)).status).toBe(400)
})

describe('deliveries', () => {
  const other = useSandbox()
  const ids = async () => {
    await other.get('/_sandbox/deliveries')
    return receiver.deliveries.splice(0).map(one => Number(one.body.meta.entity_id))
  }
  const event = async () => (await other.post(deals, { title: 'Event' })).body.data.id
  beforeAll(async () => {
    await other.post('/v1/webhooks', {
      name: 'x',
      subscription_url: receiver.url,
      event_action: 'create',
      event_object: 'deal',
    })
  })

  test('come twice', async () => {
    await other.fault({ kind: 'webhook-duplicate' })
    const id = await event()
    expect(await ids()).toEqual([id, id])
  })
  test('come late', async () => {
    await other.fault({ kind: 'webhook-delay', ms: 20_000 })
    const [late, prompt] = [await event(), await event()]
    expect(await ids()).toEqual([prompt])
    await other.advance(20_000)
    expect(await ids()).toEqual([late])
  })
  test('overtake each other', async () => {
    await other.fault({ kind: 'webhook-reorder' })
    const [first, second] = [await event(), await event()]
    expect(await ids()).toEqual([second, first])
  })
  test('a held one comes by itself when no other follows', async () => {
    await other.fault({ kind: 'webhook-reorder' })
    const only = await event()
    expect(await ids()).toEqual([])
    await other.advance(5000)
    expect(await ids()).toEqual([only])
  })
})

test('token calls can fail as well', async () => {
  await sandbox.fault({ kind: 'status', status: 503, path: '/oauth/token' })
  expect((await sandbox.call('POST', '/oauth/token', {})).status).toBe(503)
  expect((await sandbox.call('POST', '/oauth/token', {})).status).toBe(400)
})

test('unknown faults are refused, and all can be cleared', async () => {
  expect((await sandbox.fault({ kind: 'earthquake' })).status).toBe(400)
  await sandbox.fault({ kind: 'status', times: 100 })
  expect((await sandbox.get('/_sandbox/faults')).body.faults).toHaveLength(1)
  await sandbox.remove('/_sandbox/faults')
  expect((await sandbox.get('/_sandbox/faults')).body.faults).toEqual([])
})
