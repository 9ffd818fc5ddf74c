import { openClient, runStep } from '../../runtime/index.ts'
import { actionNamed, failure } from './support.ts'
import { openServer, sendJson } from './server.ts'

const accessToken = 'a-secret-token'

test.each([
  'https://evil.example',
  'https://pipedrive.com.evil.example',
  'https://evilpipedrive.com',
  'http://acme.pipedrive.com',
  'https://acme.pipedrive.com@evil.example',
  'http://127.0.0.1:9',
  'javascript:alert(1)',
  '',
])('no client is made for the api_domain %j', apiDomain => {
  expect(() => openClient({ tokens: { accessToken, apiDomain } })).toThrow('no token is sent there')
})

test('a redirect to another origin is not followed', async () => {
  const other = await openServer(response => sendJson(response, { data: {} }))
  const api = await openServer(response => {
    response.writeHead(302, { location: `${other.url}/api/v2/deals/1` }).end()
  })
  const tokens = { accessToken, apiDomain: api.url }
  const client = openClient({ tokens, allowLoopback: true })
  const error = failure(await runStep(actionNamed('getDealDetails'), { id: 1 }, { client }))
  expect(error.recovery).toBe('report')
  expect([api.heard.length, other.heard.length]).toEqual([1, 0])
  await client.close()
  await api.close()
  await other.close()
})

test('Custom Action can’t leave the host of the connection', async () => {
  const other = await openServer(response => sendJson(response, {}))
  const api = await openServer(response => sendJson(response, {}))
  const tokens = { accessToken, apiDomain: api.url }
  const client = openClient({ tokens, allowLoopback: true })
  const host = new URL(other.url).host
  const paths = [
    other.url,
    `//${host}/x`,
    `/\\${host}/x`,
    `\\\\${host}/x`,
    `/api/v2/../..//${host}/x`,
    `/%2f${host}`,
    `@${host}/x`,
  ]
  for (const path of paths)
    await runStep(actionNamed('customAction'), { method: 'GET', path }, { client })
  expect(other.heard).toHaveLength(0)
  await client.close()
  await api.close()
  await other.close()
})
