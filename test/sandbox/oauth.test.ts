import { useSandbox } from './harness.ts'

const sandbox = useSandbox()
const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`

const form = async (
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(sandbox.it.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers,
  })
  const content = await response.text()
  return { status: response.status, location: response.headers.get('location'), content }
}
const own = () => ({ authorization: basic(sandbox.it.clientId, sandbox.it.clientSecret) })
const consent = (fields: Record<string, string> = {}) => {
  const { clientId: client_id, redirectUri: redirect_uri } = sandbox.it
  return form('/oauth/authorize', {
    client_id,
    redirect_uri,
    state: 's t&1',
    decision: 'allow',
    ...fields,
  })
}
const codeOf = async () => new URL((await consent()).location ?? '').searchParams.get('code') ?? ''
const exchange = async (
  fields: Record<string, string>,
  headers: Record<string, string> = own(),
) => {
  const { status, content } = await form('/oauth/token', fields, headers)
  return { status, body: JSON.parse(content) }
}
const byCode = async (code: string, headers?: Record<string, string>) =>
  exchange(
    { grant_type: 'authorization_code', code, redirect_uri: sandbox.it.redirectUri },
    headers,
  )

test('the whole way from the consent page to a call and a refresh', async () => {
  const { clientId, redirectUri, url } = sandbox.it
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    state: '"><b>',
  })
  const page = await sandbox.get(`/oauth/authorize?${query.toString()}`)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.text).toContain('Allow and install')
  expect(page.text).not.toContain('"><b>')

  const { status, location } = await consent()
  expect(status).toBe(302)
  const target = new URL(location ?? '')
  expect(target.origin + target.pathname).toBe(redirectUri)
  expect(target.searchParams.get('state')).toBe('s t&1')

  const { body } = await byCode(target.searchParams.get('code') ?? '')
  expect(body).toEqual({
    access_token: expect.stringMatching(/^v1u:/),
    token_type: 'Bearer',
    expires_in: 3599,
    refresh_token: expect.stringMatching(/^\d+:1:[0-9a-f]{40}$/),
    scope: expect.stringContaining('base'),
    api_domain: url,
  })
  const me = (token: string) =>
    sandbox.call('GET', '/v1/users/me', undefined, { authorization: `Bearer ${token}` })
  expect((await me(body.access_token)).status).toBe(200)

  await sandbox.advance(3_599_000)
  expect((await me(body.access_token)).status).toBe(401)
  const again = await exchange({ grant_type: 'refresh_token', refresh_token: body.refresh_token })
  expect(again.body.refresh_token).toBe(body.refresh_token)
  expect((await me(again.body.access_token)).status).toBe(200)
})

test('a denial goes back to the app', async () => {
  const { location } = await consent({ decision: 'deny' })
  expect(new URL(location ?? '').searchParams.get('error')).toBe('user_denied')
})

test('another redirect URI or client never gets a redirect', async () => {
  const other = await consent({ redirect_uri: 'https://evil.example/' })
  expect([other.status, other.location]).toEqual([400, null])
  expect((await consent({ client_id: 'nobody' })).status).toBe(400)
})

test.each<[string, Record<string, string>, string]>([
  ['no grant type', {}, 'Missing parameter: grant_type'],
  [
    'another grant type',
    { grant_type: 'password' },
    'Unsupported grant type: grant_type is invalid',
  ],
  [
    'a code that never was',
    { grant_type: 'authorization_code', code: 'x', redirect_uri: 'RIGHT' },
    'Invalid grant: authorization_code is invalid',
  ],
  [
    'another redirect URI',
    { grant_type: 'authorization_code', code: 'x', redirect_uri: 'http://127.0.0.1/' },
    'Invalid request: redirect_uri is invalid',
  ],
  [
    'no URI',
    { grant_type: 'authorization_code', code: 'x', redirect_uri: 'nonsense' },
    'Invalid request: redirect_uri is not a valid URI',
  ],
  [
    'a refresh token that never was',
    { grant_type: 'refresh_token', refresh_token: 'x' },
    'Invalid grant: refresh_token is invalid',
  ],
])('%s is refused', async (_name, fields, message) => {
  const given = {
    ...fields,
    ...(fields['redirect_uri'] === 'RIGHT' && { redirect_uri: sandbox.it.redirectUri }),
  }
  const { status, body } = await exchange(given)
  expect([status, body.message]).toEqual([400, message])
})

test('a code works once and for five minutes', async () => {
  const [used, late] = [await codeOf(), await codeOf()]
  expect((await byCode(used)).status).toBe(200)
  expect((await byCode(used)).body.message).toBe('Invalid grant: authorization_code is invalid')
  await sandbox.advance(300_000)
  expect((await byCode(late)).body.message).toBe('Invalid grant: authorization_code has expired')
})

test('client credentials: none, wrong, in the body', async () => {
  const fields = { grant_type: 'refresh_token', refresh_token: sandbox.it.refreshToken }
  expect((await exchange(fields, {})).body.message).toContain('cannot retrieve client credentials')
  const wrong = await exchange(fields, { authorization: basic(sandbox.it.clientId, 'guess') })
  expect(wrong.body.message).toBe('Invalid client: client is invalid')
  const inBody = {
    ...fields,
    client_id: sandbox.it.clientId,
    client_secret: sandbox.it.clientSecret,
  }
  expect((await exchange(inBody, {})).status).toBe(200)
})

test('a body that is no form is refused', async () => {
  const { status, body } = await sandbox.post('/oauth/token', { grant_type: 'refresh_token' })
  expect([status, body.message]).toEqual([400, expect.stringContaining('form-urlencoded')])
})

test('revoking the refresh token ends the access token too', async () => {
  const { body } = await byCode(await codeOf())
  const { status } = await form(
    '/oauth/revoke',
    { token: body.refresh_token, token_type_hint: 'refresh_token' },
    own(),
  )
  expect(status).toBe(200)
  const me = await sandbox.call('GET', '/v1/users/me', undefined, {
    authorization: `Bearer ${body.access_token}`,
  })
  expect(me.status).toBe(401)
  const again = await exchange({ grant_type: 'refresh_token', refresh_token: body.refresh_token })
  expect(again.status).toBe(400)
})
