import { pipedrive } from '../../../component/index.ts'
import { inspect } from 'node:util'
import { findAction, runStep } from '../../../engine/index.ts'
import {
  connectionNamed,
  openConnection,
  refreshStoredTokens,
  usageOf,
} from '../../../runtime/connections/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { failure, success } from '../support.ts'
import { connected, openTokenServer, startProcess, stepsInProcess } from './support.ts'
import { addFault } from '../../faults.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ scale: 60 })
})
afterEach(() => sandbox.close())

const fault = (kind: string) => addFault(sandbox.url, { kind })

test('fifty steps on an expired token refresh it once, and it is kept', async () => {
  const server = await openTokenServer(sandbox)
  const { store, connection } = await connected(sandbox, { server: server.url })
  await fault('tokens-expire')
  const client = await openConnection(store, connection)
  const steps = Array.from({ length: 50 }, () =>
    runStep(findAction(pipedrive, 'getLeads'), { limit: 1 }, { client }),
  )
  for (const result of await Promise.all(steps)) success(result)
  expect(server.heard).toHaveLength(1)
  await client.close()
  const again = await openConnection(store, await connectionNamed(store, 'main'))
  success(await runStep(findAction(pipedrive, 'getLeads'), { limit: 1 }, { client: again }))
  await again.close()
  expect(server.heard).toHaveLength(1)
  const [day] = await usageOf(store, connection.id)
  expect(day?.calls).toBeGreaterThanOrEqual(51)
  store.close()
  await server.close()
})

test('four processes on one store refresh an expired token once', async () => {
  const server = await openTokenServer(sandbox)
  const { folder, store } = await connected(sandbox, { server: server.url })
  await fault('tokens-expire')
  await fault('tokens-rotate')
  const processes = Array.from({ length: 4 }, () => startProcess(folder, stepsInProcess(13)))
  for (const { ended, output } of processes) {
    expect(await ended).toBe(0)
    expect(await output).toBe('13\n')
  }
  expect(server.heard).toHaveLength(1)
  store.close()
  await server.close()
}, 30_000)

test('a token is renewed before it expires', async () => {
  const server = await openTokenServer(sandbox)
  const { store, connection } = await connected(sandbox, { server: server.url, expiresIn: 30_000 })
  const client = await openConnection(store, connection)
  const { requests } = success(
    await runStep(findAction(pipedrive, 'getLeads'), { limit: 1 }, { client }),
  )
  expect(requests.map(({ status }) => status)).not.toContain(401)
  expect(server.heard).toHaveLength(1)
  await client.close()
  store.close()
  await server.close()
})

test('a process killed while it refreshes leaves a connection that works', async () => {
  const server = await openTokenServer(sandbox, 1)
  const { folder, store, connection } = await connected(sandbox, { server: server.url })
  await fault('tokens-expire')
  const { child, ended } = startProcess(folder, stepsInProcess(1))
  while (server.heard.length === 0) await new Promise(resolve => setTimeout(resolve, 10))
  child.kill('SIGKILL')
  await ended
  const later = { ...store, now: () => Date.now() + 60_000 }
  const tokens = await refreshStoredTokens(later, connection.id, sandbox.accessToken)
  expect(tokens.accessToken).not.toBe(sandbox.accessToken)
  const client = await openConnection(store, connection)
  success(await runStep(findAction(pipedrive, 'getLeads'), { limit: 1 }, { client }))
  await client.close()
  store.close()
  await server.close()
}, 20_000)

test('a refresh token that is no longer accepted asks to connect again, and shows no secret', async () => {
  const { store, connection } = await connected(sandbox)
  await fault('tokens-revoke')
  const client = await openConnection(store, connection)
  const error = failure(await runStep(findAction(pipedrive, 'getLeads'), {}, { client }))
  expect(error).toMatchObject({ recovery: 'reconnect' })
  expect(inspect(error, { depth: 9 })).toContain('connect main')
  expect((await connectionNamed(store, 'main')).state).toBe('reconnect')
  const shown = inspect(error, { depth: 12, showHidden: true })
  for (const secret of [sandbox.accessToken, sandbox.refreshToken, sandbox.clientSecret])
    expect(shown).not.toContain(secret)
  await client.close()
  store.close()
})

test('a server that can’t be reached leaves the connection as it is', async () => {
  const server = await openTokenServer(sandbox)
  const { store, connection } = await connected(sandbox, { server: server.url })
  await server.close()
  await expect(
    refreshStoredTokens(store, connection.id, sandbox.accessToken),
  ).rejects.toMatchObject({
    recovery: 'retry',
  })
  expect(await connectionNamed(store, 'main')).toEqual(connection)
  store.close()
})
