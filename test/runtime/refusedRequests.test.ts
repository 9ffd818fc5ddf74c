import { expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { NotSentError, type HttpRequest } from '../../definitions/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { openClient } from '../../runtime/index.ts'
import { openServer, sendJson } from './server.ts'
import { failure, openBench, success } from './support.ts'
import { instantClock } from './clocks.ts'

const get: HttpRequest = { method: 'GET', path: '/api/v2/stages' }
const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

const open = async () => {
  const api = await openServer(response => sendJson(response, { data: [] }))
  const tokens = { accessToken: 'secret', apiDomain: api.url }
  const client = openClient({
    ...{ component: pipedrive, tokens, allowLoopback: true },
    timing: instantClock().timing,
  })
  const close = async () => {
    await client.close()
    await api.close()
  }
  return { api, send: client.sender({ onRequest() {} }), close }
}

test.each([
  ['a header that belongs to the connection', { ...get, headers: { expect: '100-continue' } }],
  ['a header that undici does not know', { ...get, headers: { upgrade: 'h2c' } }],
  ['a header of two lines', { ...get, headers: { 'x-one': 'a\r\nx-two: b' } }],
  ['a header with half a character', { ...get, headers: { 'x-one': '\ud800' } }],
  ['a path with a blank', { ...get, path: '/api/v2/deals/a b' }],
  ['half a character in the query', { ...get, query: { term: 'a\ud800' } }],
  [
    'half a character in the path',
    { ...get, path: '/api/v2/deals/{id}', params: { id: '\udc00' } },
  ],
  ['a body in a circle', { ...get, method: 'POST', body: cycle }],
  ['a body with a BigInt', { ...get, method: 'POST', body: { id: 1n } }],
] satisfies readonly (readonly [string, HttpRequest])[])(
  '%s is refused as input, again and again, and the next request finds a connection',
  async (_, request) => {
    const { api, send, close } = await open()
    const refused = Array.from({ length: 40 }, () => send(request))
    for (const outcome of await Promise.allSettled(refused))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { recovery: 'fix-input' } })
    expect(api.heard).toHaveLength(0)
    expect(await send(get)).toMatchObject({ status: 200 })
    await close()
  },
)

test('requests that are under way when others are refused are answered', async () => {
  const { api, send, close } = await open()
  const mixed = Array.from({ length: 60 }, (_, index) =>
    send(index % 2 === 0 ? get : { ...get, headers: { expect: 'x' } }).catch(() => undefined),
  )
  const answered = (await Promise.all(mixed)).filter(response => response?.status === 200)
  expect(answered).toHaveLength(30)
  expect(api.heard).toHaveLength(30)
  await close()
})

test.each([
  'Expect',
  'Keep-Alive',
  'Upgrade',
  'Connection',
  'TE',
  'Trailer',
  'Proxy-Authorization',
])('Custom Action names the header %s as wrong', async header => {
  const bench = await openBench()
  const input = { method: 'GET', path: '/api/v2/stages' }
  for (let time = 0; time < 16; time++) {
    const result = await bench.run('customAction', { ...input, headers: { [header]: 'x' } })
    expect(failure(result)).toMatchObject({ recovery: 'fix-input', path: `headers.${header}` })
  }
  success(await bench.run('customAction', input))
  await bench.close()
})

test('a search for half a character is refused once, by its name', async () => {
  const bench = await openBench()
  const error = failure(await bench.run('searchDeals', { term: 'desk\ud800' }))
  expect(error).toMatchObject({ recovery: 'fix-input', path: 'term' })
  expect(await bench.calls()).toEqual([])
  await bench.close()
})

test('a write that was refused has not been made, and is no lost one', async () => {
  const { api, close } = await open()
  const tokens = { accessToken: 'se\ncret', apiDomain: api.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const result = await runStep(
    findAction(pipedrive, 'addDeal'),
    { deal: { title: 'Desks' } },
    { client },
  )
  expect(failure(result)).toMatchObject({ recovery: 'fix-input' })
  expect(failure(result)).not.toBeInstanceOf(NotSentError)
  await client.close()
  await close()
})
