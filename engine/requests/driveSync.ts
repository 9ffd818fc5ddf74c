import type { Exchange, HttpRequest, Outcome } from '../../definitions/index.ts'
import { CannotPauseError, type SendSync, type Work } from './send.ts'

/** Runs an exchange where there are no promises: one request after the other. */
export const driveSync = <Result>(
  work: Exchange<Result> | Work<Result>,
  send: SendSync,
  sleep?: (milliseconds: number) => void,
): Result => {
  const attempt = (request: HttpRequest): Outcome => {
    try {
      return { response: send(request) }
    } catch (error) {
      return { error }
    }
  }
  let step = work.next()
  while (!step.done) {
    if (!('pauseMs' in step.value)) step = work.next(step.value.map(attempt))
    else if (sleep) {
      sleep(step.value.pauseMs)
      step = work.next([])
    } else step = work.throw(new CannotPauseError())
  }
  return step.value
}
