import { ComponentError, type HttpRequest, type HttpResponse } from '../../definitions/index.ts'
import type { Send } from '../requests/send.ts'
import { requestTarget } from '../requests/url.ts'
import { treatAsDeleted } from '../requests/retry.ts'
import type { StepResult } from './result.ts'

/** A request that must not be made twice, and its answer if there was one. */
export interface Write {
  readonly method: string
  /** With its ids, without its query. */
  readonly path: string
  readonly body?: unknown
  readonly answer?: HttpResponse
}

/** What a run has done, kept where a crash does not reach it. */
export interface Journal {
  step(name: string, operation: string): JournalStep
}

export interface JournalStep {
  /** Present where an earlier attempt has finished the step. */
  readonly done?: { readonly output: unknown }
  /** Of earlier attempts, in the order of their requests. */
  readonly writes: readonly Write[]
  /** Persists the write's state; `undefined` clears it. */
  write(index: number, write: Write | undefined): Promise<void>
  end(input: unknown, result: StepResult): Promise<void>
}

/**
 * Commits every write before it is sent, and its answer before it is used. A write that an earlier
 * attempt has made is not made again: its answer is at hand, or else its outcome is unknown.
 */
export const withJournal = (send: Send, step: JournalStep): Send => {
  let next = 0
  return async (request, signal) => {
    if (request.method === 'GET') return send(request, signal)
    const index = next++
    const earlier = step.writes[index]
    if (earlier?.answer) return earlier.answer
    // A DELETE may be repeated: the second one finds that the first has worked.
    if (earlier && request.method !== 'DELETE') throw interrupted(request)
    const { method, body } = request
    const path = requestTarget({ ...request, query: {} })
    const write: Write = { method, path, ...(body !== undefined && { body }) }
    await step.write(index, write)
    const response = await send(request, signal).catch(async (error: unknown) => {
      // What a host says itself, it says before anything has left.
      if (error instanceof ComponentError) await step.write(index, undefined)
      throw error
    })
    const answer = earlier ? treatAsDeleted(request, response, 2) : response
    if (answer.status < 300) await step.write(index, { ...write, answer })
    else if (answer.status < 500 || answer.status === 501) await step.write(index, undefined)
    return answer
  }
}

/** What to do with a run that was interrupted inside a write. */
export const checkBeforeRetryHint =
  'Look in the account whether the record is there. Retrying the run sends the request again.'

const interrupted = ({ method, path }: HttpRequest) =>
  new ComponentError(`The run was interrupted inside ${method} ${path}; its outcome is unknown`, {
    recovery: 'check',
    hint: checkBeforeRetryHint,
  })
