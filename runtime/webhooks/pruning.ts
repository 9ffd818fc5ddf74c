import { pruneRuns, type Store } from '../store/index.ts'

const pruneIntervalMs = 3_600_000

/** Deletes old runs of workflows at once and every hour. The result stops it. */
export const startPruning = (
  store: Store,
  workflows: () => Promise<readonly string[]>,
  onError: (error: unknown) => void,
): (() => Promise<void>) => {
  const pruneAll = async () => {
    for (const workflow of await workflows()) await pruneRuns(store, workflow)
  }
  const prune = () => pruneAll().catch(onError)
  let last = prune()
  const timer = setInterval(() => {
    last = prune()
  }, pruneIntervalMs).unref()
  return () => {
    clearInterval(timer)
    return last
  }
}
