import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { general, invalid, Problem } from './errors.ts'
import { headersOf } from './limits.ts'
import { routeOf } from './matched.ts'

/** Where a body broke its schema, and how: `emails/0/value`, `must be string`. */
const broken = ({ validation }: FastifyError) => {
  const first = validation?.[0]
  if (!first) return undefined
  const { additionalProperty, missingProperty, allowedValues } = first.params
  const base = first.instancePath.slice(1)
  const named = additionalProperty ?? missingProperty
  const field = typeof named === 'string' ? [base, named].filter(Boolean).join('/') : base
  if (additionalProperty !== undefined) return { field, message: 'is not allowed' }
  if (missingProperty !== undefined) return { field, message: 'is required' }
  if (Array.isArray(allowedValues))
    return { field, message: `must be one of [${allowedValues.join(', ')}]` }
  return { field: field || 'body', message: first.message ?? 'is invalid' }
}

const ofFramework = (error: FastifyError) => {
  if (error instanceof SyntaxError) return general(400, 'Bad request: malformed JSON')
  switch (error.statusCode) {
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

const problemOf = (error: unknown, request: FastifyRequest): Problem => {
  if (error instanceof Problem) return error
  if (!(error instanceof Error)) return general(500, 'Internal server error')
  const place = broken(error as FastifyError)
  if (!place) return ofFramework(error as FastifyError)
  const refuse = routeOf(request)?.refuse
  return refuse ? refuse(place.field, place.message) : invalid(`${place.field} ${place.message}`)
}

/** Every failure leaves in one of Pipedrive's shapes; nothing of the inside shows. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const problem = problemOf(error, request)
  void reply.status(problem.status).headers(headersOf(error))
  if (typeof problem.body === 'string') void reply.type('text/html; charset=utf-8')
  return reply.send(problem.body)
}
