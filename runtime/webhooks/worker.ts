import { setMaxListeners } from 'node:events'
import { setTimeout as setTimeoutAsync } from 'node:timers/promises'
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
import { nextRunState } from './nextState.ts'
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
const errorPauseMs = 2_000
const maxSleepMs = 15_000
/** What was stopped may still wait for the store; the next start finds it as it was kept. */
const abandonMs = 500

export const startWorker = (options: WorkerOptions): Worker => {
  const { store, key, version, concurrency = 8, maxRuns = Infinity } = options
  const { onRun, onStep, onError } = options
  const tasks = new Set<Promise<void>>()
  const abort = new AbortController()
  setMaxListeners(0, abort.signal)
  let stopping = false
  let polling = false
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
    <Args extends readonly unknown[]>(listener: ((...heard: Args) => void) | undefined) =>
    (...heard: Args) => {
      try {
        listener?.(...heard)
      } catch (error) {
        failed(error)
      }
    }
  const notify = guarded(onRun)
  const context = { ...options, onStep: guarded(onStep) }
  /** Where there is a maximum: runs that have begun, which may have to be tried again. */
  const begun = new Set<number>()
  /** Runs whose end the store could not keep: they are put back once it works again. */
  const unsaved = new Set<number>()
  const work = async (run: Run) => {
    notify(run)
    try {
      notify(await endRun(store, run.id, await endOf(run)))
    } catch (error) {
      unsaved.add(run.id)
      failed(error)
    }
  }
  const endOf = async (run: Run): Promise<RunEnd> => {
    try {
      return await runEvent(context, run, abort.signal)
    } catch (error) {
      if (error instanceof StoreError) throw error
      const next = nextRunState(asComponentError(error), run.attempts, store.now(), Math.random())
      return { ...next, tokenCost: 0 }
    }
  }
  const begin = (run: Run) => {
    if (maxRuns < Infinity) begun.add(run.id)
    const task = work(run)
    tasks.add(task)
    void task.finally(() => {
      tasks.delete(task)
      if (unsaved.has(run.id)) sleep(errorPauseMs)
      else wake()
    })
  }
  const releaseUnsaved = async () => {
    const ids = [...unsaved]
    await releaseRuns(store, ids)
    for (const id of ids) unsaved.delete(id)
  }
  const poll = async () => {
    if (unsaved.size > 0) await releaseUnsaved()
    const unbegun = maxRuns - begun.size
    const only = unbegun > 0 ? undefined : [...begun]
    const free = Math.min(concurrency - tasks.size, unbegun > 0 ? unbegun : Infinity)
    if (free > 0) (await claimRuns(store, key, free, { version, only })).forEach(begin)
    if (tasks.size === concurrency) return
    const due = await nextDue(store, key, only)
    // Another process may let a run go on, so there is always another look.
    sleep(due === undefined ? maxSleepMs : due - store.now())
  }
  const sleep = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(Math.max(milliseconds, 0), maxSleepMs)).unref()
  }
  /** Polls are serialised; a wake-up during a poll schedules one more. */
  const wake = () => {
    again = true
    if (polling || stopping) return
    polling = true
    void (async () => {
      while (again && !stopping) {
        again = false
        await poll().catch((error: unknown) => {
          failed(error)
          sleep(errorPauseMs)
        })
      }
      polling = false
    })()
  }
  wake()
  return {
    wake,
    async stop(graceMs = usualGraceMs) {
      stopping = true
      clearTimeout(timer)
      const late = setTimeout(() => abort.abort(), graceMs)
      const over = new AbortController()
      const waited = setTimeoutAsync(graceMs + abandonMs, undefined, over).catch(() => {})
      const ended = async () => {
        while (tasks.size > 0) await Promise.all(tasks)
      }
      await Promise.race([ended(), waited])
      over.abort()
      clearTimeout(late)
    },
  }
}
