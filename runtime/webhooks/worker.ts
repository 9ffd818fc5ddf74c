import { setMaxListeners } from 'node:events'
import { asComponentError } from '../../engine/index.ts'
import {
  claimRuns,
  endRun,
  nextDue,
  releaseRuns,
  StoreError,
  type Run,
  type RunEnd,
} from '../store/index.ts'
import { verdict } from './nextState.ts'
import { runEvent, type RunContext } from './runEvent.ts'

export interface WorkerOptions extends RunContext {
  /** Whose runs. */
  readonly key: string
  /** Of the workflow, kept with its runs. */
  readonly version?: number | undefined
  /** Runs at once at the most. */
  readonly concurrency?: number | undefined
  /** Runs in all at the most; the others stay in the store. No end when absent. */
  readonly maxRuns?: number | undefined
  /** Hears of a run as it begins and as it ends. */
  readonly onRun?: ((run: Run) => void) | undefined
  /** Hears of what keeps the worker itself from working, such as a full disk. */
  readonly onError: (error: unknown) => void
}

export interface Worker {
  /** Something may be due. */
  wake(): void
  /** Takes nothing new; what is not finished in time is stopped, and goes on at the next start. */
  stop(graceMs?: number): Promise<void>
}

const usualGraceMs = 10_000
/** How long to wait after the store has failed. */
const rest = 2_000
const longestSleep = 15_000

export const startWorker = (options: WorkerOptions): Worker => {
  const { store, key, version, concurrency = 8, maxRuns = Infinity } = options
  const { onRun, onStep, onError } = options
  const tasks = new Set<Promise<void>>()
  const abort = new AbortController()
  setMaxListeners(0, abort.signal)
  let stopping = false
  let looking = false
  let again = false
  let timer: NodeJS.Timeout | undefined

  const failed = (error: unknown) => {
    try {
      onError(asComponentError(error))
    } catch (fault) {
      process.emitWarning(String(fault))
    }
  }
  /** A listener that throws must not leave its run under way for ever. */
  const guarded =
    <Heard extends readonly unknown[]>(hear: ((...heard: Heard) => void) | undefined) =>
    (...heard: Heard) => {
      try {
        hear?.(...heard)
      } catch (error) {
        failed(error)
      }
    }
  const tell = guarded(onRun)
  const working = { ...options, onStep: guarded(onStep) }
  /** Where there is a maximum: runs that have begun, which may have to be tried again. */
  const begun = new Set<number>()
  /** Runs whose end the store could not keep: they are put back once it works again. */
  const left = new Set<number>()
  const work = async (run: Run) => {
    tell(run)
    try {
      tell(await endRun(store, run.id, await endOf(run)))
    } catch (error) {
      left.add(run.id)
      failed(error)
    }
  }
  const endOf = async (run: Run): Promise<RunEnd> => {
    try {
      return await runEvent(working, run, abort.signal)
    } catch (error) {
      if (error instanceof StoreError) throw error
      const next = verdict(asComponentError(error), run.attempts, store.now(), Math.random())
      return { ...next, tokenCost: 0 }
    }
  }
  const begin = (run: Run) => {
    if (maxRuns < Infinity) begun.add(run.id)
    const task = work(run)
    tasks.add(task)
    void task.finally(() => {
      tasks.delete(task)
      if (left.has(run.id)) sleep(rest)
      else wake()
    })
  }
  const putBack = async () => {
    const ids = [...left]
    await releaseRuns(store, ids)
    for (const id of ids) left.delete(id)
  }
  const look = async () => {
    if (left.size > 0) await putBack()
    const unbegun = maxRuns - begun.size
    const only = unbegun > 0 ? undefined : [...begun]
    const free = Math.min(concurrency - tasks.size, unbegun > 0 ? unbegun : Infinity)
    if (free > 0) (await claimRuns(store, key, free, { version, only })).forEach(begin)
    if (tasks.size === concurrency) return
    const due = await nextDue(store, key, only)
    // Another process may let a run go on, so there is always another look.
    sleep(due === undefined ? longestSleep : due - store.now())
  }
  const sleep = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(Math.max(milliseconds, 0), longestSleep)).unref()
  }
  /** Polls are serialised; a wake-up during a poll schedules one more. */
  const wake = () => {
    again = true
    if (looking || stopping) return
    looking = true
    void (async () => {
      while (again && !stopping) {
        again = false
        await look().catch((error: unknown) => {
          failed(error)
          sleep(rest)
        })
      }
      looking = false
    })()
  }
  wake()
  return {
    wake,
    async stop(graceMs = usualGraceMs) {
      stopping = true
      clearTimeout(timer)
      const late = setTimeout(() => abort.abort(), graceMs)
      while (tasks.size > 0) await Promise.all(tasks)
      clearTimeout(late)
    },
  }
}
