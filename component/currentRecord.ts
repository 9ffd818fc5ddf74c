import { member, type Exchange, type HttpRequest } from '../definitions/index.ts'
import { send } from './api.ts'
import { nullIfNotFound } from './missing.ts'
import { operationOf } from './operations.ts'

const lastIsId = /\/(\{\w+\}|\d+|[0-9a-f]{8}-[0-9a-f-]{27})\/?$/i

/** A write to the path of a record is about that record, where the API also reads it there. */
export function* currentRecord({ method, path, params }: HttpRequest): Exchange<unknown> {
  const read = { method: 'GET', path, params } as const
  if (method === 'POST' || !lastIsId.test(path) || !operationOf(read)) return undefined
  const response = yield* nullIfNotFound(send(read))
  return response && (member(response.body, 'data') ?? null)
}
