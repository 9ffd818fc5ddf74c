import type { RunSummary } from '../../api/index.ts'
import type { RecentRun } from '../shared/recentRuns.ts'

/** A part of a list, and when it was asked for, by `performance.now()`. */
export interface RunPage {
  readonly runs: readonly RunSummary[]
  readonly askedAt: number
}

/**
 * A list as it is by now: events that came after a page was asked for change its runs and add new
 * ones on top. `matches` tells whether a run belongs to the list.
 */
export const mergeRecent = (
  pages: readonly RunPage[],
  recent: ReadonlyMap<number, RecentRun>,
  matches: (run: RunSummary) => boolean,
): readonly RunSummary[] => {
  const known = new Set<number>()
  const current = pages.flatMap(({ runs, askedAt }) =>
    runs.flatMap(run => {
      known.add(run.id)
      const told = recent.get(run.id)
      if (!told || told.at < askedAt) return [run]
      return matches(told.run) ? [told.run] : []
    }),
  )
  const [first] = pages
  if (!first) return current
  const newest = first.runs[0]?.id ?? 0
  const added = [...recent.values()]
    .filter(({ run, at }) => at >= first.askedAt && run.id > newest && !known.has(run.id))
    .map(({ run }) => run)
    .filter(matches)
  return [...added.sort((a, b) => b.id - a.id), ...current]
}
