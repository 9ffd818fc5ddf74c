import { catchUp } from './catchUp.ts'
import type { Cluster } from './cluster.ts'
import { makeDeals } from './deals.ts'
import { countOf, ended, failed, leadsOf, succeeded, until } from './executions.ts'
import type { Report } from './report.ts'

const count = 200
/** n8n notices a worker that is gone by its locks, which last a minute. */
const maxMs = 360_000

/** Kills a worker in the middle: no lead twice, and what it had in hand is listed as failed. */
export const killedWorker = async (cluster: Cluster, { print, check }: Report): Promise<void> => {
  const [worker] = cluster.workers
  if (!worker) throw new Error('there is no worker')
  const since = new Date()
  await makeDeals(cluster.sandbox, count, 0)
  await until(() => leadsOf(cluster).length >= 60, maxMs)
  const start = performance.now()
  worker.process.kill('SIGKILL')
  await ended(cluster, count, maxMs)
  print(`  all have ended ${((performance.now() - start) / 1000).toFixed(0)} s after the kill`)
  const leads = leadsOf(cluster)
  check(new Set(leads).size === leads.length, `${leads.length} leads, none twice`)
  const [done, lost] = [await countOf(cluster, succeeded), await countOf(cluster, failed)]
  check(done + lost === count, `${done} executions succeeded, ${lost} are listed as failed`)
  check(lost <= 5, 'no more failed than the killed worker had in hand')
  print(`  ${count - leads.length} deals have no lead`)
  await retryAll(cluster)
  print(`  n8n’s own retry of them has written ${leadsOf(cluster).length - leads.length} leads`)
  await catchUp(cluster.rest, cluster.credential, since)
  const caught = leadsOf(cluster)
  const isWhole = caught.length === count && new Set(caught).size === count
  check(isWhole, `catching up has written the others: ${caught.length} leads, none twice`)
}

const retryAll = async ({ stores, rest }: Cluster): Promise<void> => {
  const sql = `select id from execution_entity where status in (${failed})`
  for (const id of await stores.numbers(sql))
    await rest.call('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false })
}
