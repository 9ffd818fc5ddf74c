import { pipedrive } from '../../component/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { refreshTokens } from '../../runtime/connections/oauth.ts'
import { openClient } from '../../runtime/index.ts'
import { proxiesOf } from '../../runtime/proxy.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { instantClock } from './clocks.ts'
import { openConnectProxy } from './connectProxy.ts'
import { withEnvironment } from './environment.ts'
import { failure, success } from './support.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 20 })
})
afterAll(() => sandbox.close())
const hostOf = (url: string) => new URL(url).host

const addDeal = async (apiDomain = sandbox.url) => {
  const tokens = { accessToken: sandbox.accessToken, apiDomain }
  const client = openClient({
    ...{ component: pipedrive, tokens, allowLoopback: true },
    timing: instantClock().timing,
  })
  try {
    const deal = { deal: { title: 'Desks' } }
    return await runStep(findAction(pipedrive, 'addDeal'), deal, { client })
  } finally {
    await client.close()
  }
}
const refresh = () => {
  const { clientId, clientSecret, redirectUri, refreshToken, url } = sandbox
  const app = { clientId, clientSecret, redirectUri, server: url }
  return refreshTokens(pipedrive.connection, app, refreshToken)
}

test('calls of the API and of the token endpoint go through the proxy of the environment', async () => {
  const proxy = await openConnectProxy()
  const HTTP_PROXY = `http://ada:s%20cret@${proxy.host}`
  await withEnvironment({ HTTP_PROXY, NO_PROXY: '' }, async () => {
    success(await addDeal())
    const direct = proxy.tunnels.length
    expect(direct).toBeGreaterThan(0)
    expect(await refresh()).toMatchObject({ apiDomain: sandbox.url })
    expect(proxy.tunnels).toHaveLength(direct + 1)
  })
  const authorization = `Basic ${Buffer.from('ada:s cret').toString('base64')}`
  expect(new Set(proxy.tunnels.map(tunnel => JSON.stringify(tunnel)))).toEqual(
    new Set([JSON.stringify({ to: hostOf(sandbox.url), authorization })]),
  )
  await proxy.close()
})

test.each([
  ['lower case comes first', { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '' }, 'http_proxy'],
  ['a scheme may be missing', { NO_PROXY: '' }, 'HTTP_PROXY'],
])('%s', async (_, variables, name) => {
  const proxy = await openConnectProxy()
  const given = name === 'HTTP_PROXY' ? proxy.host : `http://${proxy.host}`
  await withEnvironment({ ...variables, [name]: given }, async () => {
    success(await addDeal())
  })
  expect(proxy.tunnels).not.toEqual([])
  await proxy.close()
})

test.each(['127.0.0.1', '*', 'other.example, 127.0.0.1'])('NO_PROXY=%s exempts', async NO_PROXY => {
  const proxy = await openConnectProxy()
  const HTTP_PROXY = `http://${proxy.host}`
  await withEnvironment({ HTTP_PROXY, HTTPS_PROXY: HTTP_PROXY, NO_PROXY }, async () => {
    success(await addDeal())
    await refresh()
  })
  expect(proxy.tunnels).toEqual([])
  await proxy.close()
})

test('an https address takes HTTPS_PROXY, and a proxy that refuses means that nothing was sent', async () => {
  const proxy = await openConnectProxy({ status: 407 })
  const HTTPS_PROXY = `http://ada:secret@${proxy.host}`
  await withEnvironment(
    { HTTPS_PROXY, HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '' },
    async () => {
      const error = failure(await addDeal('https://127.0.0.1:44399'))
      expect(error).toMatchObject({ name: 'NoResponseError', recovery: 'retry' })
      expect(error.message).toContain('no connection to https://127.0.0.1:44399')
      expect(error.message).toContain('407')
      expect(error.hint).toContain('HTTPS_PROXY')
      expect(JSON.stringify(error) + error.message).not.toContain('secret')
    },
  )
  expect(new Set(proxy.tunnels.map(({ to }) => to))).toEqual(new Set(['127.0.0.1:44399']))
  await proxy.close()
})

test('a proxy that is not there means the same, also to the token endpoint', async () => {
  const HTTP_PROXY = 'http://127.0.0.1:1'
  await withEnvironment({ HTTP_PROXY, NO_PROXY: '' }, async () => {
    expect(failure(await addDeal())).toMatchObject({ recovery: 'retry' })
    await expect(refresh()).rejects.toMatchObject({
      recovery: 'retry',
      message: expect.stringContaining('The token endpoint can’t be used: no connection to'),
      hint: expect.stringContaining('NO_PROXY'),
    })
  })
})

test('an address that can’t be used is refused by the name of its variable', () => {
  expect(proxiesOf({ https_proxy: 'proxy.example:3128' })).toEqual({
    ...{ httpProxy: '', httpsProxy: 'http://proxy.example:3128' },
  })
  expect(proxiesOf({ HTTPS_PROXY: ' ', HTTP_PROXY: '' })).toBeUndefined()
  for (const wrong of ['socks5://ada:secret@proxy.example', 'http://', 'ftp://x'])
    expect(() => proxiesOf({ HTTPS_PROXY: wrong })).toThrow(
      'HTTPS_PROXY: is not an http or https address',
    )
})
