import type { Exchange } from '../../definitions/index.ts'
import { CannotPauseError, outcomeOf, type Send, type Signal, type Work } from './send.ts'

type Sleep = (milliseconds: number, signal?: Signal) => Promise<void>

/** Runs an exchange where there are promises. The requests of a round are made at once. */
export const drive = async <Result>(
  work: Exchange<Result> | Work<Result>,
  send: Send,
  signal?: Signal,
  sleep?: Sleep,
): Promise<Result> => {
  let step = work.next()
  while (!step.done) {
    if ('pauseMs' in step.value) {
      if (!sleep) {
        step = work.throw(new CannotPauseError())
        continue
      }
      const { pauseMs } = step.value
      const paused = await sleep(pauseMs, signal).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      if (signal?.aborted) return abandon(work, signal.reason)
      step = paused ? work.throw(paused.error) : work.next([])
    } else {
      const [first, ...others] = step.value
      const outcomes =
        first && others.length === 0
          ? [await outcomeOf(send, first, signal)]
          : await Promise.all(step.value.map(request => outcomeOf(send, request, signal)))
      if (signal?.aborted) return abandon(work, signal.reason)
      step = work.next(outcomes)
    }
  }
  return step.value
}

/** Lets the `finally` blocks of an exchange run before its caller hears why it ended. */
const abandon = (work: Work<unknown>, reason: unknown): never => {
  work.return(undefined)
  throw reason
}
