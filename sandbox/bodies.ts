import type { FastifyRequest } from 'fastify'
import type { Problem } from './errors.ts'
import { invalid } from './errors.ts'

interface Flaw {
  readonly instancePath: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Where a body broke its schema, and how: `emails/0/value`, `must be string`. */
const describe = ({ instancePath, params, message = 'is invalid' }: Flaw) => {
  const base = instancePath.slice(1)
  const inside = (name: unknown) => [base, String(name)].filter(Boolean).join('/')
  const { additionalProperty, missingProperty, allowedValues } = params
  if (additionalProperty !== undefined)
    return { field: inside(additionalProperty), message: 'is not allowed' }
  if (missingProperty !== undefined)
    return { field: inside(missingProperty), message: 'is required' }
  if (Array.isArray(allowedValues))
    return { field: base, message: `must be one of [${allowedValues.join(', ')}]` }
  return { field: base || 'body', message }
}

const refuseInGeneral = (field: string, message: string) => invalid(`${field} ${message}`)

/** All sandboxes of a process check bodies alike. */
const validators = new WeakMap<object, ReturnType<FastifyRequest['compileValidationSchema']>>()

/** Schemas are compiled when first needed: all of them at once would double the time to start. */
const validatorOf = (request: FastifyRequest, schema: object) => {
  const known = validators.get(schema)
  if (known) return known
  const made = request.compileValidationSchema(schema, 'body')
  validators.set(schema, made)
  return made
}

export const checkBody = (
  request: FastifyRequest,
  schema: object,
  refuse: (field: string, message: string) => Problem = refuseInGeneral,
  body: unknown = request.body,
) => {
  const validate = validatorOf(request, schema)
  if (validate(body)) return
  const [flaw] = validate.errors ?? []
  const { field, message } = describe(flaw ?? { instancePath: '', params: {} })
  throw refuse(field, message)
}
