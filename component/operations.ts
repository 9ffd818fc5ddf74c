import type { HttpRequest } from '../definitions/index.ts'
import type { OperationFacts } from './specification/facts.ts'
import { v1 } from './specification/v1.ts'
import { v2 } from './specification/v2.ts'

type Call = Pick<HttpRequest, 'method' | 'path'>

interface Template {
  readonly segments: readonly string[]
  readonly facts: OperationFacts
}

const keyOf = (method: string, path: string) => `${method} ${path.split('/').length}`

const templates = new Map<string, Template[]>()
for (const [version, table] of [
  ['/api/v1', v1],
  ['/api/v2', v2],
] as const)
  for (const [call, facts] of Object.entries(table)) {
    const [method = '', path = ''] = call.split(' ')
    const key = keyOf(method, `${version}${path}`)
    const segments = `${version}${path}`.split('/')
    templates.set(key, [...(templates.get(key) ?? []), { segments, facts }])
  }

/** The facts of a call, as a template or with its values in place; undefined if there is none. */
export const operationOf = ({ method, path }: Call): OperationFacts | undefined => {
  const whole = normalized(path)
  const segments = whole.split('/')
  const [best] = (templates.get(keyOf(method, whole)) ?? [])
    .filter(template => fits(template.segments, segments))
    .sort((a, b) => placeholders(a) - placeholders(b))
  return best?.facts
}

export const isKnownCall = (call: Call): boolean => operationOf(call) !== undefined

/** `/v1/…` is the old way to write `/api/v1/…`, and a slash at the end means nothing. */
const normalized = (path: string): string =>
  path.replace(/\/+$/, '').replace(/^\/v(?=\d\/)/, '/api/v')

const isPlaceholder = (segment: string) => segment.startsWith('{')
const fits = (template: readonly string[], segments: readonly string[]) =>
  template.every((segment, at) => isPlaceholder(segment) || segment === segments[at])
const placeholders = ({ segments }: Template) => segments.filter(isPlaceholder).length
