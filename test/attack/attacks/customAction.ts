import { pipedrive } from '../../../component/index.ts'
import { findAction, runStep } from '../../../engine/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { openServer, sendJson } from '../../runtime/server.ts'
import { createTally, type Attack } from '../attack.ts'
import { deepObject } from '../hostileTexts.ts'

const dots = ['..', '.', '%2e%2e', '%2E%2E', '.%2E', '%2e.', '..;', '..%2f', '..%5c', '%252e%252e']
const paths = [
  ...dots.flatMap(dot => [`/api/v2/${dot}/users`, `/api/${dot}`, `/${dot}/x`]),
  ...['//evil.example/x', '/\\evil.example', '\\\\evil.example', '@evil.example/x', 'api/v2/deals'],
  ...[
    'https://evil.example/x',
    '/%2fevil.example',
    '/api/v2/deals?x=1',
    '/api/v2/deals#x',
    '',
    '/',
  ],
  ...['/api/v2/deals\r\nx: y', '/api/v2/de als', '/api/v2/null', '/api//deals', '/\0', '/é'],
]
const headers = [
  ...['Authorization', 'host', 'HOST', 'x-api-token', 'Cookie', 'Connection', 'Expect', 'Upgrade'],
  ...['Keep-Alive', 'Transfer-Encoding', 'Content-Length', 'TE', 'Trailer', 'a b', 'a:b', 'a\r\nb'],
  ...['', 'é', 'x\0'],
]
const values = ['a\r\nx: y', 'a\nb', '\0', '\u0007', '€']

export const customAction: Attack = {
  group: 'Transport',
  name: 'Custom Action: ways up the path, headers, query and bodies that no call has',
  async run() {
    const tally = createTally()
    const api = await openServer(response => sendJson(response, { success: true, data: null }))
    const tokens = { accessToken: 'a-secret-token', apiDomain: api.url }
    const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
    const refused = (what: string, input: object) =>
      tally.attempt(what, async () => {
        const before = api.heard.length
        const action = findAction(pipedrive, 'customAction')
        const result = await runStep(action, { method: 'POST', ...input }, { client })
        if (api.heard.length > before) return `is sent as ${api.heard.at(-1)?.url}`
        if (!('error' in result)) return 'is done'
        return result.error.recovery === 'fix-input' ? undefined : `is “${result.error.recovery}”`
      })
    const path = '/api/v2/deals'
    for (const wrong of paths) await refused(`path ${JSON.stringify(wrong)}`, { path: wrong })
    for (const name of headers)
      await refused(`header ${JSON.stringify(name)}`, { path, headers: { [name]: 'x' } })
    for (const value of values)
      await refused(`header of ${JSON.stringify(value)}`, { path, headers: { 'x-a': value } })
    await refused('half a character', { path, query: { term: '\ud800' } })
    await refused('a deep body', { path, body: JSON.parse(deepObject(5_000)) as unknown })
    await tally.attempt('the next one', async () => {
      const input = { method: 'GET', path }
      const result = await runStep(findAction(pipedrive, 'customAction'), input, { client })
      return 'error' in result ? result.error.message : undefined
    })
    await client.close()
    await api.close()
    return tally.total('refused before anything is sent')
  },
}
