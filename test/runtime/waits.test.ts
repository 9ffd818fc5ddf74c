import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Pool } from 'undici'
import { pipedrive } from '../../component/index.ts'
import { NotSentError } from '../../definitions/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { exchange } from '../../runtime/exchange.ts'
import { openClient, type Client, type ClientOptions } from '../../runtime/index.ts'
import { openServer, sendJson, type Answer, type TestServer } from './server.ts'
import { failure } from './support.ts'

const get = { method: 'GET', path: '/api/v2/stages' } as const
const hour = 3_600_000

let api: TestServer
let client: Client
const open = async (answer: Answer, more: Partial<ClientOptions> = {}, expiresAt?: number) => {
  api = await openServer(answer)
  const tokens = { accessToken: 'secret', apiDomain: api.url, ...(expiresAt && { expiresAt }) }
  client = openClient({ component: pipedrive, tokens, allowLoopback: true, ...more })
}
afterEach(async () => {
  await client.close()
  await api.close()
})

const drip: Answer = response => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' })
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
const never: Answer = () => {}
/** After the first one, no request may be sent for an hour. */
const limited: Answer = response =>
  sendJson(response, { success: true, data: [] }, 200, {
    'x-ratelimit-limit': '1',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': '3600',
  })
const told: Answer = response => sendJson(response, {}, 429, { 'retry-after': '60' })
/** A token endpoint that neither answers nor ends. */
const hanging = () => new Promise<never>(() => {})

const waits: Readonly<Record<string, Parameters<typeof open>>> = {
  'an answer that drips': [drip, {}],
  'an answer that never comes': [never, {}],
  'a place in the rate limit': [limited, {}],
  'a pause that the API has asked for': [told, {}],
  'tokens that never come': [never, { refresh: hanging, wallClock: () => 2 }, 1],
}

const cases = Object.entries(waits).flatMap(([what, wait]) =>
  (['signal', 'timeout', 'close'] as const).flatMap(by =>
    (['getDealDetails', 'addDeal'] as const).map(action => ({ what, wait, by, action })),
  ),
)
const inputs = { getDealDetails: { id: 1 }, addDeal: { deal: { title: 'Desks' } } }

test.each(cases)('$action that waits for $what ends with $by', async ({ wait, by, action }) => {
  await open(...wait)
  const send = client.sender({ onRequest() {} })
  // The one that takes the place, where there is one.
  if (wait[0] === limited) await send(get)
  const abort = new AbortController()
  const running = runStep(findAction(pipedrive, action), inputs[action], {
    client,
    signal: abort.signal,
    ...(by === 'timeout' && { timeout: 150 }),
  })
  await sleep(150)
  const start = performance.now()
  if (by === 'signal') abort.abort()
  if (by === 'close') await client.close()
  expect('error' in (await running)).toBe(true)
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('an answer that drips ends by itself, and says what is known of a write', async () => {
  await open(drip, { requestTimeoutMs: 100 })
  const read = await runStep(findAction(pipedrive, 'getDealDetails'), { id: 1 }, { client })
  expect(failure(read)).toMatchObject({
    recovery: 'retry',
    message: expect.stringContaining('no answer was complete within 0.1 s'),
  })
  const input = { deal: { title: 'Desks' } }
  const write = await runStep(findAction(pipedrive, 'addDeal'), input, { client })
  expect(failure(write).recovery).toBe('check')
  expect(write.requests).toHaveLength(1)
})

test('a write that finds no free connection for long has not been sent, now or later', async () => {
  await open(never)
  const pool = new Pool(api.url, { connections: 1, pipelining: 1 })
  const described = (method: 'GET' | 'POST') => ({ origin: api.url, method, path: '/' }) as const
  const abort = new AbortController()
  const first = exchange(pool, described('GET'), abort.signal, 10_000)
  while (api.heard.length === 0) await sleep(5)
  await expect(exchange(pool, described('POST'), undefined, 50)).rejects.toThrow(NotSentError)
  abort.abort()
  expect(await first).toBeUndefined()
  await sleep(50)
  await pool.destroy()
  expect(api.heard.map(({ method }) => method)).toEqual(['GET'])
})

test('while the old token holds, a token endpoint that hangs costs a second, once', async () => {
  let asked = 0
  let now = hour
  const refresh = () => {
    asked++
    return hanging()
  }
  const answer: Answer = response => sendJson(response, { success: true, data: [] })
  await open(answer, { refresh, wallClock: () => now }, 2 * hour)
  const send = client.sender({ onRequest() {} })
  await send(get)
  expect(asked).toBe(0)
  now = 2 * hour - 30_000
  const start = performance.now()
  for (let time = 0; time < 3; time++) expect((await send(get)).status).toBe(200)
  expect(performance.now() - start).toBeLessThan(2_500)
  expect(asked).toBe(1)
})

test('a clock that is put back an hour makes no request wait', async () => {
  let set = 0
  const real = Date.now
  Date.now = () => real() + set
  try {
    await open(response => sendJson(response, { success: true, data: [] }))
    const send = client.sender({ onRequest() {} })
    for (let time = 0; time < 12; time++) await send(get)
    set = -hour
    const start = performance.now()
    for (let time = 0; time < 4; time++) await send(get)
    set = 9_000 * hour
    await send(get)
    // Two seconds are the window of the limit.
    expect(performance.now() - start).toBeLessThan(2_500)
  } finally {
    Date.now = real
  }
})
