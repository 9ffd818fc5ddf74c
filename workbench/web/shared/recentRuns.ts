import { create } from 'zustand'
import type { RunSummary } from '../../api/index.ts'

export interface RecentRun {
  readonly run: RunSummary
  /** When this tab was told, by `performance.now()`. */
  readonly at: number
}

type Recent = ReadonlyMap<number, RecentRun>

const flushEveryMs = 250
/** Lists are asked for anew by what is older. */
const maxRuns = 2_000

/** How runs stand by the last events of the server. Lists show these in place of what they fetched. */
export const useRecentRuns = create<{ readonly runs: Recent }>()(() => ({ runs: new Map() }))

const arrived = new Map<number, RecentRun>()
const listeners = new Set<(runs: readonly RunSummary[]) => void>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Hundreds of events a second are shown a few times a second. */
export const addRecentRun = (run: RunSummary): void => {
  arrived.set(run.id, { run, at: performance.now() })
  timer ??= setTimeout(flush, flushEveryMs)
}

const flush = () => {
  timer = undefined
  const taken = [...arrived]
  arrived.clear()
  const all = new Map([...useRecentRuns.getState().runs, ...taken])
  const runs = all.size > maxRuns ? new Map([...all].slice(-maxRuns)) : all
  useRecentRuns.setState({ runs })
  for (const listener of listeners) listener(taken.map(([, { run }]) => run))
}

/** Called a few times a second at most; the answer ends it. */
export const onRecentRuns = (listener: (runs: readonly RunSummary[]) => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
