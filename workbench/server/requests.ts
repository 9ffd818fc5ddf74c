import type { FastifyRequest } from 'fastify'
import {
  InputError,
  member,
  object,
  read,
  UnexpectedResponseError,
  type OutputOf,
  type Properties,
} from '../../definitions/index.ts'
import { requireBounded } from '../../engine/index.ts'

/** A part of the path, such as `id` of `/api/workflows/:id`. */
export const param = ({ params }: FastifyRequest, name: string): string =>
  String(member(params, name))

export const query = (request: FastifyRequest, name: string): string | undefined => {
  const value = member(request.query, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The body of a request in the shape that is described. Throws an `InputError`. */
export const body = <const P extends Properties>(
  properties: P,
  request: FastifyRequest,
): OutputOf<ReturnType<typeof object<P>>> => {
  requireBounded(request.body)
  try {
    return read(object({ properties }), request.body ?? {})
  } catch (error) {
    if (!(error instanceof UnexpectedResponseError)) throw error
    throw new InputError('', `invalid request body: ${error.message}`)
  }
}
