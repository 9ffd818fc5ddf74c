import { setTimeout } from 'node:timers/promises'
import { memberAt } from '../../../../definitions/index.ts'
import type { Cluster } from './cluster.ts'

type Call = Cluster['calls'][number]

const isLead = ({ method, path, status }: Call) =>
  method === 'POST' && path === '/api/v1/leads' && status < 300

/** The titles of the leads that have been written, each as often as it was. */
export const leadsOf = ({ calls }: Cluster): readonly string[] =>
  calls.filter(isLead).map(({ body }) => String(memberAt(body, 'title')))

/** How many executions have ended in this way. */
export const countOf = async ({ stores }: Cluster, statuses: string): Promise<number> => {
  const sql = `select count(*) from execution_entity where status in (${statuses})`
  const [count = 0] = await stores.numbers(sql)
  return count
}

export const succeeded = `'success'`
export const failed = `'error', 'crashed'`

/** Waits until something holds; after a time it goes on, and what is checked then says what is missing. */
export const until = async (holds: () => boolean | Promise<boolean>, maxMs: number) => {
  for (const start = Date.now(); Date.now() - start < maxMs; await setTimeout(100))
    if (await holds()) return
}

/** Waits until that number of executions has ended. */
export const ended = (cluster: Cluster, count: number, maxMs: number) =>
  until(async () => (await countOf(cluster, `${succeeded}, ${failed}`)) >= count, maxMs)
