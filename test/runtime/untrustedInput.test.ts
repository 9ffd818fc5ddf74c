import { pipedrive } from '../../component/index.ts'
import { openClient } from '../../runtime/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { failure } from './support.ts'
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
  expect(() => openClient({ component: pipedrive, tokens: { accessToken, apiDomain } })).toThrow(
    'no token is sent there',
  )
})

test.each([301, 302, 307, 308])('a redirect %i to another origin is not followed', async status => {
  const other = await openServer(response => sendJson(response, { data: {} }))
  const api = await openServer(response => {
    response.writeHead(status, { location: `${other.url}/api/v2/deals/1` }).end()
  })
  const tokens = { accessToken, apiDomain: api.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  for (const [action, input] of [
    ['getDealDetails', { id: 1 }],
    ['addDeal', { deal: { title: 'Desks' } }],
  ] as const) {
    const error = failure(await runStep(findAction(pipedrive, action), input, { client }))
    expect(error.recovery).toBe('report')
  }
  expect([api.heard.length, other.heard.length]).toEqual([2, 0])
  await client.close()
  await api.close()
  await other.close()
})

test('Custom Action can’t leave the host of the connection', async () => {
  const other = await openServer(response => sendJson(response, {}))
  const api = await openServer(response => sendJson(response, {}))
  const tokens = { accessToken, apiDomain: api.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const host = new URL(other.url).host
  const paths = [
    other.url,
    `//${host}/x`,
    `/\\${host}/x`,
    `\\\\${host}/x`,
    `/api/v2/../..//${host}/x`,
    `/%2f${host}`,
    `@${host}/x`,
    `/${other.url}`,
  ]
  for (const path of paths)
    await runStep(findAction(pipedrive, 'customAction'), { method: 'GET', path }, { client })
  expect(other.heard).toHaveLength(0)
  await client.close()
  await api.close()
  await other.close()
})

test.each(['Authorization', 'host', 'HOST', 'x-api-token', 'Cookie', 'connection'])(
  'Custom Action can’t set the header %s',
  async header => {
    const api = await openServer(response => sendJson(response, {}))
    const tokens = { accessToken, apiDomain: api.url }
    const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
    const input = { method: 'GET', path: '/api/v2/deals', headers: { [header]: 'evil.example' } }
    const error = failure(await runStep(findAction(pipedrive, 'customAction'), input, { client }))
    expect(error).toMatchObject({ recovery: 'fix-input', path: `headers.${header}` })
    expect(api.heard).toHaveLength(0)
    await client.close()
    await api.close()
  },
)
