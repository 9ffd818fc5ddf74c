import type { Cluster } from './cluster.ts'
import { deliveriesOf, makeDeals } from './deals.ts'
import { countOf, ended, leadsOf, succeeded } from './executions.ts'
import type { Report } from './report.ts'

const maxMs = 300_000

/** Makes that many deals, at once or at a pace: each is answered, executed and written once. */
export const burst = async (
  cluster: Cluster,
  count: number,
  { print, check }: Report,
  perSecond = 0,
): Promise<void> => {
  const start = performance.now()
  await makeDeals(cluster.sandbox, count, perSecond)
  await ended(cluster, count, maxMs)
  print(`  done after ${((performance.now() - start) / 1000).toFixed(1)} s`)
  const done = await countOf(cluster, succeeded)
  check(done === count, `${done} executions succeeded`)
  const leads = leadsOf(cluster)
  check(leads.length === count, `${leads.length} leads were written`)
  check(new Set(leads).size === count, `of ${new Set(leads).size} deals`)
  const deliveries = await deliveriesOf(cluster.sandbox)
  const outcomes = deliveries.map(({ attempt, outcome }) => `attempt ${attempt}: ${outcome}`)
  check(
    deliveries.length === count && new Set(outcomes).size === 1 && outcomes[0] === 'attempt 1: 200',
    `deliveries: ${counted(outcomes)}`,
  )
  const shares = cluster.shares()
  check(
    shares.every(share => share > count / 10),
    `executions of each worker: ${shares.join(' and ')}`,
  )
}

/** `441 × attempt 1: timeout, 441 × attempt 2: 200`. */
const counted = (texts: readonly string[]): string =>
  [...new Set(texts)]
    .map(text => `${texts.filter(one => one === text).length} × ${text}`)
    .join(', ')
