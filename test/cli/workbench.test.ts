import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { createClient } from '@libsql/client'
import type {
  ConnectionView,
  RunSummary,
  Session,
  WorkflowSummary,
  WorkflowView,
} from '../../workbench/api/index.ts'

jest.setTimeout(60_000)

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

const start = async (folder: string, ...options: readonly string[]) => {
  const command = ['dist/bundle/cli/index.js', 'workbench', '--data', folder, ...options]
  const child = spawn(process.execPath, command)
  running.add(child)
  const code = once(child, 'close').then(([ended]) => ended as number | null)
  const stderr = text(child.stderr)
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  await once(child.stdout, 'data')
  return { child, code, stderr, url: stdout.trim(), said: () => stdout }
}
const newFolder = () => mkdtemp(join(tmpdir(), 'workbench-'))
const anyPort = ['--port', '4960', '--inbox-port', '4990']

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
    const folder = await newFolder()
    const workbench = await start(folder, ...anyPort)
    expect(workbench.said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
    const { url } = workbench
    const [example] = await api<readonly WorkflowSummary[]>(url, 'GET', '/api/workflows')
    const on = await api<WorkflowView>(url, 'POST', `/api/workflows/${example?.id}/on`)
    expect(on.webhookUrl).toContain('/webhooks/newDeal/')
    void fetch(`${url}/api/live`).catch(() => {})

    workbench.child.kill(signal)
    expect(await workbench.code).toBe(0)
    expect(await workbench.stderr).toBe('')
    expect(workbench.said().split('\n')).toHaveLength(2)
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
  const folder = await newFolder()
  const { child, code, url } = await start(folder, ...anyPort)
  const [example] = await api<readonly WorkflowSummary[]>(url, 'GET', '/api/workflows')
  const path = `/api/workflows/${example?.id}`
  const { sandboxUrl, inbox } = await api<Session>(url, 'GET', '/api/session')
  const [connection] = await api<readonly ConnectionView[]>(url, 'GET', '/api/connections')
  await api(url, 'POST', `${path}/on`)
  await fetch(`${sandboxUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'latency', ms: 3_600_000, times: 1_000 }),
  })
  for (let time = 0; time < 20; time++)
    void send(url, 'POST', `/api/connections/${connection?.id}/test`).catch(() => {})
  const run = await send(url, 'POST', `${path}/run`, { event: 'sample' })
  void run.text().catch(() => {})
  const half = connect(Number(new URL(inbox).port), '127.0.0.1')
  half.on('error', () => {}).write('POST /webhooks HTTP/1.1\r\nHost: ')
  await setTimeout(500)
  const asked = performance.now()
  child.kill('SIGTERM')
  await code
  expect(performance.now() - asked).toBeLessThan(5_000)
  half.destroy()
})

test('a port that is taken: the next one', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { url } = await start(await newFolder(), '--port', String(port), '--inbox-port', '4990')
  expect(Number(new URL(url).port)).toBeGreaterThan(port)
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html')
  other.close()
})

test('after a kill, everything is there again, and a run says where it was cut off', async () => {
  const folder = await newFolder()
  const killed = await start(folder, ...anyPort)
  const [example] = await api<readonly WorkflowSummary[]>(killed.url, 'GET', '/api/workflows')
  const path = `/api/workflows/${example?.id}`
  const { sandboxUrl } = await api<Session>(killed.url, 'GET', '/api/session')
  await fetch(`${sandboxUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'latency', ms: 3_600_000, method: 'POST', path: '/api/v1/leads' }),
  })
  // Nobody hangs up: the run is under way, inside its write, when the process is killed.
  const run = await send(killed.url, 'POST', `${path}/run`, { event: 'sample' })
  void run.text().catch(() => {})
  await writing(folder)
  await api(killed.url, 'POST', `${path}/on`)
  killed.child.kill('SIGKILL')
  await killed.code

  const { url } = await start(folder, ...anyPort)
  const [again] = await api<readonly WorkflowSummary[]>(url, 'GET', '/api/workflows')
  expect(again).toMatchObject({ id: example?.id, on: true })
  const [cut] = await api<readonly RunSummary[]>(url, 'GET', `${path}/runs`)
  expect(cut).toMatchObject({ state: 'parked', kind: 'manual', error: { recovery: 'check' } })
})
