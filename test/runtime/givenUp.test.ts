import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { withJournal, type Write } from '../../engine/index.ts'
import { openClient } from '../../runtime/index.ts'
import { openServer, sendJson, type Answer } from './server.ts'

const post = { method: 'POST', path: '/api/v1/leads', body: {} } as const

/** What the journal has of a write that is given up once the API has heard of it. */
const givenUp = async (answer: Answer): Promise<readonly (Write | undefined)[]> => {
  const api = await openServer(answer)
  const tokens = { accessToken: 'secret', apiDomain: api.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const journal: (Write | undefined)[] = []
  const send = withJournal(client.sender({ onRequest() {} }), {
    writes: [],
    write: async (index, write) => void (journal[index] = write),
    end: async () => {},
  })
  const abort = new AbortController()
  const sending = expect(send(post, abort.signal)).rejects.toThrow()
  while (api.heard.length === 0) await sleep(5)
  await sleep(20)
  abort.abort()
  await sending
  await client.close()
  await api.close()
  return journal
}

test('a write that is given up while it waits has not been made', async () => {
  expect(await givenUp(response => sendJson(response, {}, 429, { 'retry-after': '5' }))).toEqual([
    undefined,
  ])
})

test('a write that is given up while its answer is awaited may have been made', async () => {
  expect(await givenUp(() => {})).toMatchObject([{ method: 'POST', path: '/api/v1/leads' }])
})

test('a write that needs new tokens that can’t be had has not been made', async () => {
  const api = await openServer(response => sendJson(response, {}, 401))
  const client = openClient({
    component: pipedrive,
    tokens: { accessToken: 'secret', apiDomain: api.url },
    allowLoopback: true,
    refresh: () => Promise.reject(new TypeError('the endpoint is down')),
  })
  const journal: (Write | undefined)[] = []
  const send = withJournal(client.sender({ onRequest() {} }), {
    writes: [],
    write: async (index, write) => void (journal[index] = write),
    end: async () => {},
  })
  await expect(send(post)).rejects.toThrow()
  expect(journal).toEqual([undefined])
  await client.close()
  await api.close()
})
