import {
  ComponentError,
  settled,
  type HttpRequest,
  type HttpResponse,
  type Send,
} from '../definitions/index.ts'
import type { StepResult } from './step.ts'

/** A request that must not be made twice, and its answer if there was one. */
export interface Write {
  readonly method: string
  readonly path: string
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
  /** Commits what is known of the write at this place; nothing where it has not happened. */
  write(index: number, write: Write | undefined): Promise<void>
  end(input: unknown, result: StepResult): Promise<void>
}

/**
 * Commits every write before it is sent, and its answer before it is used. A write that an earlier
 * attempt has made is not made again: its answer is at hand, or else nobody knows what became of it.
 */
export const journaled = (send: Send, step: JournalStep): Send => {
  let next = 0
  return async (request, signal) => {
    if (request.method === 'GET') return send(request, signal)
    const index = next++
    const earlier = step.writes[index]
    if (earlier?.answer) return earlier.answer
    // A DELETE may be repeated: the second one finds that the first has worked.
    if (earlier && request.method !== 'DELETE') throw cutOff(request)
    const { method, path } = request
    await step.write(index, { method, path })
    const response = await send(request, signal).catch(async (error: unknown) => {
      // What a host says itself, it says before anything has left.
      if (error instanceof ComponentError) await step.write(index, undefined)
      throw error
    })
    const answer = earlier ? settled(request, response, 2) : response
    if (answer.status < 300) await step.write(index, { method, path, answer })
    else if (answer.status < 500) await step.write(index, undefined)
    return answer
  }
}

/** What to do with a run that was cut off inside a write. */
export const lookFirst =
  'Look in Pipedrive whether the record is there. Retrying the run sends the request again.'

const cutOff = ({ method, path }: HttpRequest) =>
  new ComponentError(
    `The run was cut off inside ${method} ${path}; nobody knows whether it has written`,
    { recovery: 'check', hint: lookFirst },
  )
