import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { openClient, type Client } from '../../runtime/index.ts'
import { openServer, type TestServer } from './server.ts'
import { failure } from './support.ts'

/** As many connections as a client has. */
const connections = 16
const get = { method: 'GET', path: '/api/v2/stages' } as const

let api: TestServer
let client: Client
beforeEach(async () => {
  api = await openServer(response => {
    // More at once are let through by the rate limiter once an answer has told of the limit.
    if (api.heard.length === 1)
      response
        .writeHead(200, { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '1000' })
        .end('{}')
  })
  const tokens = { accessToken: 'secret', apiDomain: api.url }
  client = openClient({ component: pipedrive, tokens, allowLoopback: true })
})
afterEach(async () => {
  await client.close()
  await api.close()
})

/** Takes all connections with requests that stay unanswered. */
const hang = async (): Promise<{ readonly ended: Promise<readonly unknown[]> }> => {
  const send = client.sender({ onRequest() {} })
  await send(get)
  const hanging = Array.from({ length: connections }, () =>
    send({ ...get, method: 'POST' }).catch((error: unknown) => error),
  )
  while (api.heard.length < 1 + connections) await sleep(5)
  return { ended: Promise.all(hanging) }
}

test('a step that waits for a connection ends with its signal', async () => {
  await hang()
  const abort = new AbortController()
  const waiting = runStep(
    findAction(pipedrive, 'getDealDetails'),
    { id: 1 },
    { client, signal: abort.signal },
  )
  await sleep(20)
  const start = performance.now()
  abort.abort()
  expect(failure(await waiting).message).toBe('The step was cancelled')
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('a step that waits for a connection ends when its time is over', async () => {
  await hang()
  const start = performance.now()
  const result = await runStep(
    findAction(pipedrive, 'getDealDetails'),
    { id: 1 },
    { client, timeout: 50 },
  )
  expect(failure(result).message).toBe('The step took longer than 0.05 s')
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('a client closes with requests under way, which get no answer then', async () => {
  const { ended } = await hang()
  const waiting = client.sender({ onRequest() {} })({ ...get, method: 'POST' })
  const lost = expect(waiting).rejects.toThrow()
  const start = performance.now()
  await client.close()
  expect(performance.now() - start).toBeLessThan(2_500)
  for (const reason of await ended) expect(reason).toBeInstanceOf(Error)
  await lost
})

test('a client that is closed sends nothing, and says so', async () => {
  await client.close()
  await client.close()
  await expect(client.sender({ onRequest() {} })(get)).rejects.toThrow('The client has been closed')
  expect(api.heard).toHaveLength(0)
})
