import { pipedrive } from '../../component/index.ts'
import { randomUUID } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import {
  listRuns,
  openStore,
  type Run,
  type Store,
  subscriptionFor,
} from '../../runtime/store/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { freePort } from '../runtime/server.ts'
import { pick } from '../runtime/support.ts'
import { newFolder } from '../folder.ts'
import { saved } from '../runtime/store/support.ts'

/** What has come of all deliveries. */
export interface Delivered {
  readonly attempts: number
  readonly killed: number
  readonly seconds: number
  readonly runs: readonly Run[]
  /** How many leads there are of each title. */
  readonly made: ReadonlyMap<string, number>
}

const workflow = {
  label: 'A lead for each deal',
  triggers: [{ name: 'trigger_1', type: 'pipedrive/v1/newDeal', parameters: {} }],
  tasks: [
    {
      name: 'addLead_1',
      type: 'pipedrive/v1/addLead',
      parameters: { lead: { title: '${trigger_1.title}', person_id: '${trigger_1.person_id}' } },
    },
  ],
}

const eventOf = (number: number) => ({
  meta: {
    ...{ action: 'create', entity: 'deal', id: randomUUID(), version: '2.0', company_id: '1' },
    timestamp: new Date().toISOString(),
  },
  data: { id: (number % 600) + 1, title: `Event ${number}`, person_id: 1, owner_id: 1 },
  previous: null,
})

/** Every event twice, the second one somewhere behind the first, and none in order. */
const deliveries = (distinct: number) => {
  const events = Array.from({ length: distinct }, (_, number) => JSON.stringify(eventOf(number)))
  return [...events, ...events]
    .map((body, at) => ({ body, place: at + Math.random() * distinct }))
    .sort((one, other) => one.place - other.place)
    .map(({ body }) => body)
}

/** Delivers each event twice while the receiving process is killed again and again. */
export const deliverThroughKills = async (distinct: number, kills: number): Promise<Delivered> => {
  const made = new Map<string, number>()
  const sandbox = await startSandbox({
    plan: 'ultimate',
    onExchange: ({ method, path, status, body }) => {
      if (method !== 'POST' || !path.endsWith('/leads') || status !== 201) return
      const title = String(pick(body, 'title'))
      made.set(title, (made.get(title) ?? 0) + 1)
    },
  })
  const folder = newFolder()
  const store = await openStore({ component: pipedrive, folder })
  const connection = await saved(store, sandbox, sandbox.url, 3_600_000)
  const file = join(folder, 'workflow.json')
  await writeFile(file, JSON.stringify(workflow))
  const port = await freePort()
  let child = startChild(folder, file, port)
  const { path, webhook } = await enabled(store, file, connection.id)
  const authorization = `Basic ${Buffer.from(`${String(pick(webhook, 'user'))}:${String(pick(webhook, 'password'))}`).toString('base64')}`

  const start = performance.now()
  const queue = deliveries(distinct)
  let attempts = 0
  const post = async (body: string): Promise<void> => {
    for (;;) {
      attempts++
      const status = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body,
      }).then(
        async response => (await response.arrayBuffer(), response.status),
        () => 0,
      )
      if (status === 200) return
      if (![0, 404, 503].includes(status)) throw new Error(`a delivery was answered ${status}`)
      await setTimeout(20)
    }
  }
  const sender = async () => {
    for (let body = queue.pop(); body !== undefined; body = queue.pop()) await post(body)
  }
  let killed = 0
  const killer = async () => {
    while (killed < kills) {
      await setTimeout(1_000 + Math.random() * 1_500)
      child.kill('SIGKILL')
      await ended(child)
      killed++
      child = startChild(folder, file, port)
    }
  }
  await Promise.all([killer(), ...Array.from({ length: 16 }, sender)])
  await settled(store)
  child.kill('SIGTERM')
  const code = await ended(child)
  if (code !== 0) throw new Error(`the process has ended with ${code}`)

  const runs = await listRuns(store, { limit: 3 * distinct })
  const seconds = (performance.now() - start) / 1_000
  store.close()
  await sandbox.close()
  return { attempts, killed, seconds, runs, made }
}

const startChild = (folder: string, file: string, port: number): ChildProcess =>
  spawn(
    process.execPath,
    // prettier-ignore
    ['dist/bundle/cli/index.js', 'workflow', 'start', file, '--connection', 'main', '--port', String(port), '--json'],
    {
      env: { ...process.env, PIPEDRIVE_COMPONENT_DATA: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )

const ended = (child: ChildProcess) =>
  new Promise<number | null>(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

const enabled = async (store: Store, workflow: string, connectionId: string) => {
  for (;;) {
    const subject = { workflow, trigger: 'newDeal', connectionId }
    const found = await subscriptionFor(store, subject)
    if (found.webhook !== undefined) return found
    await setTimeout(50)
  }
}

/** Nothing waits any more, and nothing is under way. */
const settled = async (store: Store) => {
  while ((await listRuns(store, { states: ['waiting', 'running'], limit: 1 })).length > 0)
    await setTimeout(200)
}
