import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../../sandbox/index.ts'
import { leadOf } from './catchUp.ts'
import { connectCredential, type Credential } from './connect.ts'
import { installPackage, type Installed } from './install.ts'
import { openRest, type Rest } from './rest.ts'
import { environmentOf, freePort, startN8n, type Environment, type Running } from './server.ts'
import { startStores, type Stores } from './stores.ts'
import { registered } from './triggers.ts'
import { makeWorkflow, nodeOf } from './workflows.ts'

type Call = Parameters<NonNullable<SandboxOptions['onExchange']>>[0]

/** n8n in queue mode, and the account that it works on. */
export interface Cluster {
  readonly stores: Stores
  readonly rest: Rest
  readonly sandbox: Sandbox
  readonly credential: Credential
  /** Every call that has reached the account. */
  readonly calls: readonly Call[]
  readonly workers: readonly Running[]
  /** How many executions each worker has run. */
  shares(): readonly number[]
}

const workerNames = ['worker1', 'worker2']

/** One main, two workers, Postgres and Redis, with a workflow that makes a lead of each new deal. */
export const withCluster = async (
  installed: Installed,
  options: SandboxOptions,
  work: (cluster: Cluster) => Promise<void>,
): Promise<void> => {
  const userFolder = mkdtempSync(join(tmpdir(), 'n8n-queue-'))
  const stops: (() => Promise<void>)[] = []
  try {
    installPackage(userFolder)
    const stores = await startStores(userFolder)
    stops.unshift(stores.stop)
    const port = await freePort()
    const base = `http://127.0.0.1:${port}`
    const calls: Call[] = []
    const sandbox = await startSandbox({
      redirectUri: `${base}/rest/oauth2-credential/callback`,
      onExchange: call => void calls.push(call),
      ...options,
    })
    stops.unshift(() => sandbox.close())
    const environment = { ...environmentOf(userFolder, port, sandbox.url), ...queueMode(stores) }
    const main = await startN8n(installed, ['start'], environment, 'main')
    stops.unshift(main.stop)
    const workers: Running[] = []
    for (const name of workerNames) {
      const own = { ...environment, QUEUE_HEALTH_CHECK_PORT: String(await freePort()) }
      // Deliveries have to be answered in time, executions can wait.
      const worker = await startN8n(installed, ['worker', '--concurrency=5'], own, name, 10)
      workers.push(worker)
      stops.unshift(worker.stop)
    }
    const rest = await openRest(base, installed.modules)
    const credential = await makeDealsToLeads(rest, sandbox)
    calls.length = 0
    const shares = () => workerNames.map(name => finishedBy(join(userFolder, `${name}.log`)))
    await work({ stores, rest, sandbox, credential, calls, workers, shares })
  } finally {
    for (const stop of stops) await stop()
    rmSync(userFolder, { recursive: true, force: true })
  }
}

const queueMode = ({ environment }: Stores): Environment => ({
  ...environment,
  EXECUTIONS_MODE: 'queue',
  QUEUE_HEALTH_CHECK_ACTIVE: 'true',
  DB_PING_TIMEOUT_MS: '30000',
})

const makeDealsToLeads = async (rest: Rest, sandbox: Sandbox): Promise<Credential> => {
  const credential = await connectCredential(rest, sandbox)
  const onDeal = { event: 'newDeal', complete: true }
  const event = nodeOf('pipedriveComponentTrigger', 'Event', onDeal, credential)
  const lead = nodeOf('pipedriveComponent', 'Lead', leadOf('={{ $json.person_id }}'), credential)
  await makeWorkflow(rest, 'Deals to leads', [event, lead])
  await registered(sandbox, 1)
  return credential
}

const finishedBy = (log: string): number =>
  readFileSync(log, 'utf8').match(/Worker finished execution/g)?.length ?? 0
