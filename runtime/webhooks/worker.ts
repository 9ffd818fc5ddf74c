import { setMaxListeners } from 'node:events'
import { asComponentError } from '../../engine/index.ts'
import { claimRuns, endRun, nextDue, type Run } from '../store/index.ts'
import { runEvent, type Working } from './runEvent.ts'

export interface WorkerOptions extends Working {
  /** Whose runs. */
  readonly key: string
  /** Runs at once at the most. */
  readonly concurrency?: number | undefined
  /** Hears of a run as it begins and as it ends. */
  readonly onRun?: ((run: Run) => void) | undefined
  /** Hears of what keeps the worker itself from working, such as a full disk. */
  readonly onError: (error: unknown) => void
}

export interface Worker {
  /** Something may be due. */
  wake(): void
  /** Takes nothing new; what is not finished in time is stopped, and goes on at the next start. */
  stop(): Promise<void>
}

const grace = 10_000
/** How long to wait after the store has failed. */
const rest = 2_000
const longestSleep = 15_000

export const startWorker = (options: WorkerOptions): Worker => {
  const { store, key, concurrency = 8, onRun, onError } = options
  const working = new Set<Promise<void>>()
  const abort = new AbortController()
  setMaxListeners(0, abort.signal)
  let stopping = false
  let looking = false
  let again = false
  let timer: NodeJS.Timeout | undefined

  const work = async (run: Run) => {
    onRun?.(run)
    const end = await runEvent(options, run, abort.signal)
    onRun?.(await endRun(store, run.id, end))
  }
  const begin = (run: Run) => {
    const task = work(run).catch(failed)
    working.add(task)
    void task.finally(() => {
      working.delete(task)
      wake()
    })
  }
  /** The run stays as it was committed last, and is gone on with at the next start. */
  const failed = (error: unknown) => onError(asComponentError(error))

  const look = async () => {
    const free = concurrency - working.size
    if (free > 0) (await claimRuns(store, key, free)).forEach(begin)
    if (working.size === concurrency) return
    const due = await nextDue(store, key)
    // Another process may let a run go on, so there is always another look.
    sleep(due === undefined ? longestSleep : due - store.now())
  }
  const sleep = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(Math.max(milliseconds, 0), longestSleep)).unref()
  }
  /** One look at a time; who wakes meanwhile causes another. */
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
    async stop() {
      stopping = true
      clearTimeout(timer)
      const late = setTimeout(() => abort.abort(), grace)
      while (working.size > 0) await Promise.all(working)
      clearTimeout(late)
    },
  }
}
