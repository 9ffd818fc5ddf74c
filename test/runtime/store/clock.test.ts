import { pipedrive } from '../../../component/index.ts'
import { eq } from 'drizzle-orm'
import { findAction, runStep } from '../../../engine/index.ts'
import { openConnection, refreshStoredTokens } from '../../../runtime/connections/index.ts'
import { openStore } from '../../../runtime/store/index.ts'
import { connections } from '../../../runtime/store/schema.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { success } from '../support.ts'
import { connected, openTokenServer } from './support.ts'
import { addFault } from '../../faults.ts'

const year = 365 * 24 * 3_600_000
const when = [
  ['a year ahead', year],
  ['a year behind', -year],
] as const

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ empty: true })
})
afterEach(() => sandbox.close())

const prepared = async () => {
  const server = await openTokenServer(sandbox)
  const { folder, store, connection } = await connected(sandbox, { server: server.url })
  store.close()
  let off = 0
  const wrong = await openStore({ component: pipedrive, folder, now: () => Date.now() + off })
  return {
    server,
    store: wrong,
    connection,
    set: (by: number) => void (off = by),
    async close() {
      wrong.close()
      await server.close()
    },
  }
}
const ask = async (client: Awaited<ReturnType<typeof openConnection>>) => {
  for (let at = 0; at < 20; at++)
    success(await runStep(findAction(pipedrive, 'getLeads'), {}, { client }))
}
const expire = () => addFault(sandbox.url, { kind: 'tokens-expire' })

test.each(when)(
  'a clock that is %s all the time refreshes what has expired, once',
  async (_, by) => {
    const { server, store, connection, set, close } = await prepared()
    set(by)
    await expire()
    const client = await openConnection(store, connection)
    await ask(client)
    expect(server.heard).toHaveLength(1)
    await client.close()
    await close()
  },
)

test.each(when)('a clock that jumps to %s and back refreshes at most twice', async (_, by) => {
  const { server, store, connection, set, close } = await prepared()
  const client = await openConnection(store, connection)
  set(by)
  await ask(client)
  set(0)
  await ask(client)
  expect(server.heard.length).toBeLessThanOrEqual(2)
  await client.close()
  await close()
})

test.each(when)('tokens stored by a clock %s are refreshed at most once', async (_, by) => {
  const { server, store, connection, set, close } = await prepared()
  set(by)
  await refreshStoredTokens(store, connection.id, sandbox.accessToken)
  set(0)
  const client = await openConnection(store, connection)
  await ask(client)
  expect(server.heard.length).toBeLessThanOrEqual(2)
  await expire()
  await ask(client)
  expect(server.heard.length).toBeLessThanOrEqual(3)
  await client.close()
  await close()
})

test.each(when)(
  'clocks of client and store that differ by a year (%s) refresh once',
  async (_, by) => {
    const { server, store, connection, set, close } = await prepared()
    set(by)
    const client = await openConnection(store, connection, { timing: { now: Date.now } })
    await expire()
    await ask(client)
    expect(server.heard).toHaveLength(1)
    await client.close()
    await close()
  },
)

test('a lease that was taken while the clock was a year ahead keeps nobody from refreshing', async () => {
  const { store, connection, close } = await prepared()
  const refreshingUntil = Date.now() + year
  await store.db
    .update(connections)
    .set({ refreshingUntil })
    .where(eq(connections.id, connection.id))
  const tokens = await refreshStoredTokens(store, connection.id, sandbox.accessToken)
  expect(tokens.accessToken).not.toBe(sandbox.accessToken)
  await close()
})
