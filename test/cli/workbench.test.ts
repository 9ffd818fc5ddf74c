import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import type {
  OAuthAttempt,
  RunSummary,
  Session,
  WorkflowSummary,
  WorkflowView,
} from '../../workbench/api/index.ts'
import { newFolder } from '../folder.ts'
import { startCommand } from './command.ts'
import { freePort } from '../runtime/server.ts'
import { decide } from '../runtime/store/support.ts'
import { addFault } from '../faults.ts'

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

const words = (folder: string, options: readonly string[]) => [
  ...['workbench', '--data', folder],
  ...options,
]
const start = async (folder: string, ...options: readonly string[]) => {
  const command = startCommand(words(folder, options))
  const [line] = (await once(command.stdout, 'data')) as [Buffer]
  return { ...command, url: line.toString().trim() }
}
/** The program that is built, which can be killed. */
const spawnBuilt = async (folder: string, ...options: readonly string[]) => {
  const child = spawn(process.execPath, ['dist/bundle/cli/index.js', ...words(folder, options)])
  running.add(child)
  const ended = once(child, 'close')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, ended, url: line.toString().trim() }
}
const inboxPort = ['--inbox-port', String(await freePort())]
const anyPort = ['--port', '4960', ...inboxPort]

const send = async (url: string, method: string, path: string, body: object = {}) => {
  const { csrf } = (await (await fetch(`${url}/api/session`)).json()) as Session
  const headers = { 'x-csrf-token': csrf, 'content-type': 'application/json' }
  return fetch(url + path, {
    method,
    headers,
    body: method === 'GET' ? null : JSON.stringify(body),
  })
}
const api = async <Body>(url: string, method: string, path: string): Promise<Body> =>
  (await (await send(url, method, path)).json()) as Body

/** An account in which calls can be made to fail, for the example to work in. */
let account: Sandbox | undefined
afterEach(async () => {
  await account?.close()
  account = undefined
})
const adopt = async (url: string, { id, version, definition }: WorkflowView) => {
  const callback = `http://127.0.0.1:${await freePort()}/callback`
  account = await startSandbox({ redirectUri: callback })
  const { clientId, clientSecret, url: server } = account
  const app = { name: 'Acme', clientId, clientSecret, callback, server }
  const begun = await send(url, 'POST', '/api/connections/oauth', app)
  const { id: attempt, authorizationUrl } = (await begun.json()) as OAuthAttempt
  await fetch(await decide(authorizationUrl, 'allow'), { redirect: 'manual' })
  const path = `/api/connections/oauth/${attempt}`
  let connectionId: string | undefined
  while (!connectionId) connectionId = (await api<OAuthAttempt>(url, 'GET', path)).connection?.id
  const change = { definition, version, connectionId }
  expect((await send(url, 'PUT', `/api/workflows/${id}`, change)).status).toBe(200)
  return account
}

/** The lead's request has been committed, and so is about to be sent. */
const writing = async (folder: string) => {
  const db = createClient({ url: `file:${join(folder, 'store.db')}` })
  const committed = `SELECT 1 FROM steps WHERE name = 'addLead_1' AND writes LIKE '%POST%'`
  while ((await db.execute(committed)).rows.length === 0) await setTimeout(10)
  db.close()
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'one line with the address; %s ends all of it',
  async signal => {
    const folder = newFolder()
    const workbench = await start(folder, ...anyPort)
    const { url } = workbench
    const [example] = await api<readonly WorkflowSummary[]>(url, 'GET', '/api/workflows')
    const on = await api<WorkflowView>(url, 'POST', `/api/workflows/${example?.id}/on`)
    expect(on.webhookUrl).toContain('/webhooks/newDeal/')
    void fetch(`${url}/api/live`).catch(() => {})

    workbench.interrupt(signal)
    const { code, stdout, stderr } = await workbench.ended
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
    const db = createClient({ url: `file:${join(folder, 'store.db')}` })
    expect((await db.execute('SELECT kept FROM subscriptions')).rows).toMatchObject([
      { kept: null },
    ])
    db.close()
    expect(JSON.parse(await readFile(join(folder, 'sandbox.json'), 'utf8'))).toHaveProperty(
      'records',
    )
  },
)

test('it ends within seconds, whatever waits for an answer', async () => {
  const { child, ended, url } = await spawnBuilt(newFolder(), ...anyPort)
  const [example] = await api<readonly WorkflowSummary[]>(url, 'GET', '/api/workflows')
  const path = `/api/workflows/${example?.id}`
  const { url: server } = await adopt(url, await api(url, 'GET', path))
  const { connectionId } = await api<WorkflowView>(url, 'GET', path)
  const { inbox } = await api<Session>(url, 'GET', '/api/session')
  await api(url, 'POST', `${path}/on`)
  await addFault(server, { kind: 'latency', ms: 3_600_000, times: 1_000 })
  for (let time = 0; time < 20; time++)
    void send(url, 'POST', `/api/connections/${connectionId}/test`).catch(() => {})
  const run = await send(url, 'POST', `${path}/run`, { event: 'sample' })
  void run.text().catch(() => {})
  const half = connect(Number(new URL(inbox).port), '127.0.0.1')
  half.on('error', () => {}).write('POST /webhooks HTTP/1.1\r\nHost: ')
  await setTimeout(500)
  const asked = performance.now()
  child.kill('SIGTERM')
  await ended
  expect(performance.now() - asked).toBeLessThan(5_000)
  half.destroy()
})

test('a port that is taken: the next one', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { url, ended, interrupt } = await start(newFolder(), '--port', String(port), ...inboxPort)
  expect(Number(new URL(url).port)).toBeGreaterThan(port)
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html')
  other.close()
  interrupt()
  expect(await ended).toMatchObject({ code: 0 })
})

test('after a kill, everything is there again, and a run says where it was cut off', async () => {
  const folder = newFolder()
  const killed = await spawnBuilt(folder, ...anyPort)
  const [example] = await api<readonly WorkflowSummary[]>(killed.url, 'GET', '/api/workflows')
  const path = `/api/workflows/${example?.id}`
  const { url: server } = await adopt(killed.url, await api(killed.url, 'GET', path))
  await addFault(server, { kind: 'latency', ms: 3_600_000, method: 'POST', path: '/api/v1/leads' })
  // The connection stays open, so the run is inside its write when the process is killed.
  const run = await send(killed.url, 'POST', `${path}/run`, { event: 'sample' })
  void run.text().catch(() => {})
  await writing(folder)
  await api(killed.url, 'POST', `${path}/on`)
  killed.child.kill('SIGKILL')
  await killed.ended

  const { url, ended, interrupt } = await start(folder, ...anyPort)
  const [again] = await api<readonly WorkflowSummary[]>(url, 'GET', '/api/workflows')
  expect(again).toMatchObject({ id: example?.id, on: true })
  const [cut] = await api<readonly RunSummary[]>(url, 'GET', `/api/runs?workflow=${example?.id}`)
  expect(cut).toMatchObject({ state: 'parked', kind: 'manual', error: { recovery: 'check' } })
  interrupt()
  expect(await ended).toMatchObject({ code: 0 })
})

test('it ends within seconds while another program keeps its database locked', async () => {
  const folder = newFolder()
  const { child, ended, url } = await spawnBuilt(folder, ...anyPort)
  const [example] = await api<readonly WorkflowSummary[]>(url, 'GET', '/api/workflows')
  await api(url, 'POST', `/api/workflows/${example?.id}/on`)
  const other = createClient({ url: `file:${join(folder, 'store.db')}` })
  const lock = await other.transaction('write')
  // It waits for the database, and so does not answer yet.
  const run = `/api/workflows/${example?.id}/run`
  void send(url, 'POST', run, { event: 'sample' }).catch(() => {})
  await setTimeout(200)
  const asked = performance.now()
  child.kill('SIGTERM')
  await ended
  expect(performance.now() - asked).toBeLessThan(3_000)
  lock.close()
  other.close()
})
