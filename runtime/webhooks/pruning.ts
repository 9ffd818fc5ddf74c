import { pruneRuns, type Store } from '../store/index.ts'

const pruneIntervalMs = 3_600_000

/** Deletes old runs of a workflow at once and every hour. The result stops it. */
export const startPruning = (
  store: Store,
  workflow: string,
  onError: (error: unknown) => void,
): (() => Promise<void>) => {
  const prune = () => pruneRuns(store, workflow).catch(onError)
  let last = prune()
  const timer = setInterval(() => {
    last = prune()
  }, pruneIntervalMs).unref()
  return () => {
    clearInterval(timer)
    return last
  }
}
