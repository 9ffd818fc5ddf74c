import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { memberAt } from '../../../../definitions/index.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../../sandbox/index.ts'
import { connectCredential, type Credential } from './connect.ts'
import { deliveriesOf, makeDeals } from './deals.ts'
import { installPackage, type Installed } from './install.ts'
import { openRest, type Rest } from './rest.ts'
import { environmentOf, freePort, startN8n, type Environment, type Running } from './server.ts'
import { startStores, type Stores } from './stores.ts'
import { registered } from './triggers.ts'
import { makeWorkflow, nodeOf } from './workflows.ts'

type Print = (line: string) => void
type Call = Parameters<NonNullable<SandboxOptions['onExchange']>>[0]

interface Cluster {
  readonly installed: Installed
  readonly stores: Stores
  readonly environment: Environment
  readonly rest: Rest
  readonly sandbox: Sandbox
  readonly credential: Credential
  /** Every call that has reached the account. */
  readonly calls: Call[]
  readonly workers: Running[]
}

/** Queue mode: one main, two workers, Postgres and Redis; each new deal makes a lead. */
export const runQueue = async (installed: Installed, print: Print): Promise<number> => {
  let failures = 0
  const check = (holds: boolean, what: string) => {
    if (!holds) failures++
    print(`  ${holds ? '✓' : '✗'} ${what}`)
  }
  await withCluster(installed, {}, async cluster => {
    print('500 events at once')
    await burst(cluster, 500, check, print)
    print('200 events at once, one worker killed in the middle')
    await killed(cluster, check, print)
  })
  await withCluster(installed, { plan: 'lite' }, async cluster => {
    print('300 events at 20/s on plan lite')
    await burst(cluster, 300, check, print, 20)
    const limited = cluster.calls.filter(({ status }) => status === 429).length
    check(limited === 0, `${limited} calls were answered 429`)
  })
  return failures === 0 ? 0 : 1
}

type Check = (holds: boolean, what: string) => void

const burst = async (
  cluster: Cluster,
  count: number,
  check: Check,
  print: Print,
  perSecond = 0,
) => {
  const { sandbox, stores } = cluster
  const start = performance.now()
  await makeDeals(sandbox, count, perSecond)
  await finished(stores, count)
  print(`  done after ${((performance.now() - start) / 1000).toFixed(1)} s`)
  const [done = 0] = await stores.numbers(
    `select count(*) from execution_entity where status = 'success'`,
  )
  check(done === count, `${done} executions succeeded`)
  const leads = writesOf(cluster)
  check(leads === count, `${leads} leads were written`)
  const deliveries = (await deliveriesOf(sandbox)).slice(-count)
  const first = deliveries.filter(({ attempt, outcome }) => attempt === 1 && outcome === 200).length
  check(first === count, `${first} deliveries were answered 200 at the first attempt`)
  const shares = await sharesOf(cluster)
  check(
    shares.length === 2 && shares.every(share => share > count / 10),
    `workers: ${shares.join('/')}`,
  )
}

const killed = async (cluster: Cluster, check: Check, print: Print) => {
  const { stores, workers, calls, sandbox } = cluster
  await stores.numbers('delete from execution_entity returning 1')
  calls.length = 0
  await makeDeals(sandbox, 200, 0)
  while (writesOf(cluster) < 60) await setTimeout(20)
  workers[0]?.process.kill('SIGKILL')
  await finished(stores, 200, 240_000)
  const [done = 0] = await stores.numbers(
    `select count(*) from execution_entity where status = 'success'`,
  )
  const [failed = 0] = await stores.numbers(
    `select count(*) from execution_entity where status in ('error', 'crashed')`,
  )
  const titles = calls.filter(isLead).map(({ body }) => String(memberAt(body, 'title')))
  check(new Set(titles).size === titles.length, `${titles.length} leads, none twice`)
  check(done + failed === 200, `${done} succeeded, ${failed} are listed as failed`)
  check(failed <= 5, 'no more failed than the killed worker had in hand')
  print(`  ${200 - titles.length} events have no lead`)
}

const isLead = ({ method, path, status }: Call) =>
  method === 'POST' && path === '/api/v1/leads' && status < 300
const writesOf = ({ calls }: Cluster) => calls.filter(isLead).length

const finished = async (stores: Stores, count: number, maxMs = 180_000) => {
  for (const start = Date.now(); Date.now() - start < maxMs; await setTimeout(200)) {
    const [ended = 0] = await stores.numbers(
      `select count(*) from execution_entity where status in ('success', 'error', 'crashed')`,
    )
    if (ended >= count) return
  }
}

/** How many executions each worker has run, by its log. */
const sharesOf = async ({ environment }: Cluster): Promise<readonly number[]> => {
  return [1, 2].map(at => {
    const log = readFileSync(join(environment['N8N_USER_FOLDER'] ?? '', `worker${at}.log`), 'utf8')
    return log.match(/Worker finished execution/g)?.length ?? 0
  })
}

const withCluster = async (
  installed: Installed,
  options: SandboxOptions,
  work: (cluster: Cluster) => Promise<void>,
) => {
  const userFolder = mkdtempSync(join(tmpdir(), 'n8n-queue-'))
  installPackage(userFolder)
  const stores = await startStores(userFolder)
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const calls: Call[] = []
  const sandbox = await startSandbox({
    redirectUri: `${base}/rest/oauth2-credential/callback`,
    onExchange: call => void calls.push(call),
    ...options,
  })
  const environment = {
    ...environmentOf(userFolder, port, sandbox.url),
    ...stores.environment,
    EXECUTIONS_MODE: 'queue',
    QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    // Two cores that are busy answer late.
    DB_PING_TIMEOUT_MS: '30000',
  }
  const running: Running[] = []
  try {
    running.push(await startN8n(installed, ['start'], environment, 'main'))
    const workers: Running[] = []
    for (const at of [1, 2]) {
      const own = { ...environment, QUEUE_HEALTH_CHECK_PORT: String(await freePort()) }
      workers.push(await startN8n(installed, ['worker', '--concurrency=5'], own, `worker${at}`))
    }
    running.push(...workers)
    const rest = await openRest(base, installed.modules)
    const credential = await connectCredential(rest, sandbox)
    const event = nodeOf(
      'pipedriveComponentTrigger',
      'Event',
      { event: 'newDeal', complete: true },
      credential,
    )
    const person_id = { __rl: true, mode: 'id', value: '={{ $json.person_id }}' }
    const parameters = {
      resource: 'lead',
      operation: 'create',
      title: '={{ $json.title }}',
      person_id,
    }
    const lead = nodeOf('pipedriveComponent', 'Lead', parameters, credential)
    await makeWorkflow(rest, 'Deals to leads', [event, lead])
    await registered(sandbox, 1)
    calls.length = 0
    await work({ installed, stores, environment, rest, sandbox, credential, calls, workers })
  } finally {
    for (const one of running) await one.stop()
    await stores.stop()
    await sandbox.close()
    rmSync(userFolder, { recursive: true, force: true })
  }
}
