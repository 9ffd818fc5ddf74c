import { useSandbox } from './harness.ts'

const sandbox = useSandbox({ scopes: ['base', 'deals:read', 'contacts:full'] })
const post = (body: string, type: string) =>
  sandbox.call('POST', '/api/v2/persons', body, { 'content-type': type })

const general = {
  success: false,
  error: expect.any(String),
  error_info: expect.any(String),
  data: null,
}

test.each([
  ['malformed JSON', '{"name":', 'application/json', 400],
  ['another content type', '<name/>', 'application/xml', 415],
  ['plain text', 'name', 'text/plain', 415],
  ['a form', 'name=x', 'application/x-www-form-urlencoded', 415],
  ['20 MB', JSON.stringify({ name: 'x'.repeat(20_000_000) }), 'application/json', 413],
  ['a poisoned prototype', '{"name":"x","__proto__":{"admin":true}}', 'application/json', 400],
])('%s', async (_name, body, type, status) => {
  const answer = await post(body, type).catch(() => undefined)
  // A client may see the connection end while it still sends what is far too much.
  if (answer)
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining(general)])
  else expect(status).toBe(413)
  expect((await sandbox.get('/api/v2/persons?limit=1')).status).toBe(200)
})

test('10 kB of text arrive unharmed', async () => {
  const name = 'ä"${x}&/%\\'.repeat(1000)
  const { body } = await sandbox.post('/api/v2/persons', { name })
  expect((await sandbox.get(`/api/v2/persons/${body.data.id}`)).body.data.name).toBe(name)
})

test.each([
  {},
  { authorization: '' },
  { authorization: 'Bearer nonsense' },
  { authorization: 'Basic eDp5' },
])('%j is no token', async headers => {
  const answer = await fetch(`${sandbox.it.url}/api/v2/deals`, {
    headers: headers as Record<string, string>,
  })
  expect([answer.status, await answer.json()]).toEqual([
    401,
    { success: false, error: expect.any(String), errorCode: 401, error_info: expect.any(String) },
  ])
})

test('what the app may not do', async () => {
  for (const answer of [
    await sandbox.post('/api/v2/deals', { title: 'x' }),
    await sandbox.get('/v1/leads'),
    await sandbox.get('/v1/webhooks'),
  ])
    expect([answer.status, answer.body]).toEqual([
      403,
      expect.objectContaining({ success: false, error: 'Scope and URL mismatch', errorCode: 403 }),
    ])
  expect((await sandbox.get('/api/v2/deals?limit=1')).status).toBe(200)
})

test.each([
  ['GET', '/api/v2/nothing', 404],
  ['GET', '/v2/deals', 404],
  ['GET', '/', 404],
  ['PUT', '/api/v2/deals/1', 405],
  ['DELETE', '/v1/users/me', 405],
  ['GET', '/api/v2/deals/%zz', 400],
])('%s %s is %d', async (method, path, status) => {
  const answer = await sandbox.call(method, path)
  expect([answer.status, answer.body]).toEqual([status, expect.objectContaining(general)])
})

test('controls take only what they know', async () => {
  for (const body of [{}, { advance: -1 }, { advance: 'x' }, []])
    expect((await sandbox.post('/_sandbox/clock', body)).status).toBe(400)
  expect((await sandbox.post('/_sandbox/merge', { kind: 'deal', id: 1, into: 1 })).status).toBe(400)
  expect((await sandbox.get('/_sandbox/health')).body.status).toBe('ok')
})
