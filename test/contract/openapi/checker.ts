import { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { envelopeProblem } from './envelopes.ts'
import { loadOperations } from './load.ts'
import { patched } from './patches.ts'
import type { Exchange, Operation, SpecObject } from './types.ts'
import { isObject } from './types.ts'

export type { Exchange } from './types.ts'

export interface Violation {
  readonly operation: string
  readonly status: number
  readonly problem: string
}

const addFormats = addFormatsModule.default

/** Members that a request's body doesn't declare are violations, except within free objects. */
const closed = (schema: SpecObject): SpecObject => {
  const result: Record<string, unknown> = { ...schema }
  if (isObject(schema['items'])) result['items'] = closed(schema['items'])
  for (const key of ['anyOf', 'oneOf'])
    if (Array.isArray(schema[key]))
      result[key] = schema[key].map(one => (isObject(one) ? closed(one) : one))
  const { properties } = schema
  if (!isObject(properties)) return result
  result['properties'] = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, isObject(one) ? closed(one) : one]),
  )
  if (schema['additionalProperties'] === undefined) result['additionalProperties'] = false
  return result
}

const toText = (errors: readonly ErrorObject[] | null | undefined) =>
  (errors ?? [])
    .slice(0, 4)
    .map(
      error => `${error.instancePath || '(root)'} ${error.message} ${JSON.stringify(error.params)}`,
    )
    .join('; ')

/** Query and path values are text; they are read as the type that their schema asks for. */
const fromText = (schema: SpecObject, value: unknown): unknown => {
  const { type, items } = schema
  if (type === 'array') {
    const parts = Array.isArray(value) ? value : String(value).split(',')
    return parts.map(part => fromText(isObject(items) ? items : {}, part))
  }
  if (typeof value !== 'string') return value
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

const patternOf = (template: string) =>
  new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)

/** Documented in the guides only, or meant for a browser: the files don't have them. */
const outside = new Set(['POST /oauth/authorize', 'POST /oauth/revoke'])

/** Literal paths win over templates, `/users/me` over `/users/{id}`. */
const bySpecificity = (a: Operation, b: Operation) =>
  a.template.split('{').length - b.template.split('{').length

export const createChecker = (folder: string) => {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats(ajv)
  const unpatched = loadOperations(folder)
  const operations = unpatched.map(patched).sort(bySpecificity)
  const matchers = operations.map(operation => ({
    operation,
    pattern: patternOf(operation.template),
  }))
  const compiled = new WeakMap<SpecObject, ValidateFunction>()
  const counts = new Map<string, Map<string, number>>()

  const errorsOf = (schema: SpecObject, value: unknown) => {
    let validate = compiled.get(schema)
    if (!validate) compiled.set(schema, (validate = ajv.compile(schema)))
    return validate(value) ? undefined : toText(validate.errors)
  }
  const closedBodies = new WeakMap<SpecObject, SpecObject>()
  const closedOf = (schema: SpecObject) => {
    let result = closedBodies.get(schema)
    if (!result) closedBodies.set(schema, (result = closed(schema)))
    return result
  }

  const find = (exchange: Exchange) => {
    const path = exchange.path.replace(/^\/v1\//, '/api/v1/')
    for (const { operation, pattern } of matchers) {
      const match = operation.method === exchange.method ? pattern.exec(path) : null
      if (match) return { operation, parts: { ...match.groups } }
    }
    return undefined
  }
  const count = (name: string, status: number) => {
    const group = counts.get(name) ?? new Map<string, number>()
    const statusClass = `${Math.floor(status / 100)}xx`
    group.set(statusClass, (group.get(statusClass) ?? 0) + 1)
    counts.set(name, group)
  }

  const requestProblems = (
    operation: Operation,
    exchange: Exchange,
    parts: Readonly<Record<string, string>>,
  ) => {
    const problems: string[] = []
    const query = operation.parameters.filter(parameter => parameter.place === 'query')
    for (const name of Object.keys(exchange.query))
      if (!query.some(parameter => parameter.name === name))
        problems.push(`query ${name} is not declared`)
    for (const { name, place, required, schema } of operation.parameters) {
      if (place !== 'query' && place !== 'path') continue
      const value = place === 'query' ? exchange.query[name] : parts[name]
      if (value === undefined && required) problems.push(`${place} ${name} is missing`)
      const errors = value === undefined ? undefined : errorsOf(schema, fromText(schema, value))
      if (errors) problems.push(`${place} ${name}: ${errors}`)
    }
    if (exchange.body !== undefined && exchange.body !== null) {
      const errors = operation.body
        ? errorsOf(closedOf(operation.body), exchange.body)
        : 'is not declared'
      if (errors) problems.push(`body: ${errors}`)
    }
    return problems
  }

  const responseProblem = (
    operation: Operation | undefined,
    { status, responseBody }: Exchange,
  ) => {
    if (status >= 300 && status < 400) return undefined
    // A browser is shown a page, whatever happens.
    if (operation?.template === '/oauth/authorize' && typeof responseBody === 'string')
      return undefined
    if (operation?.responses.has(status)) {
      const schema = operation.responses.get(status)
      const errors = schema && errorsOf(schema, responseBody)
      return errors && `answer: ${errors}`
    }
    if (status < 300) return operation ? `status ${status} is not declared` : 'no such operation'
    return envelopeProblem(status, responseBody)
  }

  return {
    unpatched,
    prices: new Map(unpatched.map(operation => [operation.name, operation.price])),
    /** What is wrong with an exchange. A request that was refused may be as wrong as it likes. */
    check: (exchange: Exchange): readonly Violation[] => {
      if (outside.has(`${exchange.method} ${exchange.path}`)) return []
      const found = find(exchange)
      const name = found?.operation.name ?? `${exchange.method} ${exchange.path} (not in the files)`
      count(name, exchange.status)
      const accepted = exchange.status < 300
      const problems = [
        ...(found && accepted ? requestProblems(found.operation, exchange, found.parts) : []),
        responseProblem(found?.operation, exchange),
      ]
      return problems
        .filter(problem => problem !== undefined)
        .map(problem => ({ operation: name, status: exchange.status, problem }))
    },
    /** Exchanges by operation and class of status. */
    counts: () => new Map([...counts].sort(([a], [b]) => a.localeCompare(b))),
  }
}
export type Checker = ReturnType<typeof createChecker>
