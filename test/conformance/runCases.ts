import type { HostCapabilities } from '../../hosts/capabilities.ts'
import { titleOf, type Case } from './case.ts'
import type { ConformanceHost, StartedHost } from './host.ts'

export type Verdict =
  | { readonly state: 'pass' }
  | { readonly state: 'skip'; readonly reason: string }
  | { readonly state: 'fail'; readonly reason: string }

export interface Row {
  readonly name: string
  readonly kind: Case['kind']
  readonly verdict: Verdict
  readonly ms: number
}

/** Runs all cases on a host. */
export const runCases = async (
  host: ConformanceHost,
  cases: readonly Case[],
  maxMs = 60_000,
): Promise<readonly Row[]> => {
  const started = await host.start()
  try {
    const rows: Row[] = []
    const left = cases.entries()
    const work = async () => {
      for (const [at, one] of left) {
        const start = performance.now()
        const verdict = await judge(one, host.capabilities, started, maxMs)
        const { name, kind } = one
        rows[at] = { name, kind, verdict, ms: Math.round(performance.now() - start) }
      }
    }
    await Promise.all(Array.from({ length: host.casesAtOnce ?? 1 }, work))
    return rows
  } finally {
    await started.stop()
  }
}

const judge = async (
  one: Case,
  { lacks, exceptions = {} }: HostCapabilities,
  host: StartedHost,
  maxMs: number,
): Promise<Verdict> => {
  const lacking = one.needs.find(ability => lacks[ability] !== undefined)
  if (lacking !== undefined) return skipped(lacks[lacking] ?? '')
  const exception = exceptions[titleOf(one)]
  const problem = await outcome(one, host, maxMs)
  if (exception === undefined)
    return problem === undefined ? { state: 'pass' } : { state: 'fail', reason: problem }
  // An exception that has lost its reason is removed, not kept.
  if (problem === undefined) return { state: 'fail', reason: 'holds, so it is no exception' }
  return skipped(exception)
}

const skipped = (reason: string): Verdict =>
  reason.trim() === ''
    ? { state: 'fail', reason: 'is skipped without a reason' }
    : { state: 'skip', reason }

const outcome = async (
  one: Case,
  host: StartedHost,
  maxMs: number,
): Promise<string | undefined> => {
  let stop = () => {}
  const late = new Promise<string>(resolve => {
    const timer = setTimeout(() => resolve(`has not ended within ${maxMs / 1000} s`), maxMs)
    stop = () => clearTimeout(timer)
  })
  try {
    return await Promise.race([one.run(host).then(() => undefined), late])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    stop()
  }
}
