import type { FastifyReply, FastifyRequest } from 'fastify'
import { general, Problem } from './errors.ts'
import { headersOf } from './limits.ts'

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'statusCode' in error
    ? error.statusCode
    : undefined

const ofFramework = (error: unknown) => {
  if (error instanceof SyntaxError) return general(400, 'Bad request: malformed JSON')
  switch (statusOf(error)) {
    case 413:
      return general(413, 'Request entity too large')
    case 415:
      return general(415, 'Unsupported media type')
    case 400:
    case 414:
      return general(400, 'Bad request')
    default:
      return general(500, 'Internal server error')
  }
}

const problemOf = (error: unknown) => (error instanceof Problem ? error : ofFramework(error))

/** Every failure leaves in one of Pipedrive's shapes; nothing of the inside shows. */
export const answerProblem = (error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
  const problem = problemOf(error)
  void reply.status(problem.status).headers(headersOf(error))
  if (typeof problem.body === 'string') void reply.type('text/html; charset=utf-8')
  return reply.send(problem.body)
}
