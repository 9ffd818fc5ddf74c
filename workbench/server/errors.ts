import type { FastifyReply } from 'fastify'
import {
  ApiError,
  ComponentError,
  InputError,
  NoResponseError,
  type Recovery,
} from '../../definitions/index.ts'
import { asComponentError } from '../../engine/index.ts'
import type { Problem } from '../api/index.ts'

/** The workbench itself refuses, with a status of its own. */
export class HttpError extends ComponentError {
  override readonly name = 'HttpError'
  readonly status: number
  constructor(status: number, message: string, hint: string, recovery: Recovery = 'fix-input') {
    super(message, { recovery, hint })
    this.status = status
  }
}

export const notFound = (what: string): HttpError =>
  new HttpError(404, `No such ${what}`, 'It may have been deleted in another tab.')

/** What the page is told of an error: nothing that an answer or a header might have brought along. */
export const problemOf = (thrown: unknown): Problem => {
  const error = asComponentError(thrown)
  const { name, message, recovery, path, hint } = error
  return {
    name,
    message,
    recovery,
    ...(path && { path }),
    ...(hint && { hint }),
    ...(error instanceof InputError && { problems: error.problems }),
  }
}

const statusOf = (error: ComponentError): number => {
  if (error instanceof HttpError) return error.status
  if (error instanceof ApiError && (error.status === 404 || error.status === 410)) return 404
  if (error.recovery === 'fix-input') return 400
  const isUpstream = error instanceof ApiError || error instanceof NoResponseError
  return isUpstream || error.recovery === 'reconnect' ? 502 : 500
}

/** Fastify's own refusals of a request: a body that is too large, or is no JSON. */
const ofFramework = (error: unknown): HttpError | undefined => {
  const status: unknown = Reflect.get(Object(error), 'statusCode')
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  return new HttpError(status, 'Invalid request', 'Reload the page and try again.')
}

export const answerError = (thrown: unknown, reply: FastifyReply): FastifyReply => {
  const error = ofFramework(thrown) ?? asComponentError(thrown)
  return reply.status(statusOf(error)).send({ error: problemOf(error) })
}
