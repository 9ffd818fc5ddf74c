import type { HttpRequest } from '../definitions/index.ts'
import { specifiedCalls, type SpecifiedCall } from './specification/facts.ts'
import { v1 } from './specification/v1.ts'
import { v2 } from './specification/v2.ts'

type Call = Pick<HttpRequest, 'method' | 'path'>

const keyOf = (method: string, segments: readonly string[]) => `${method} ${segments.length}`

/** By method and length of the path. */
const readTemplates = (): ReadonlyMap<string, readonly SpecifiedCall[]> => {
  const templates = new Map<string, SpecifiedCall[]>()
  for (const [version, specification] of Object.entries({ v1, v2 }))
    for (const call of specifiedCalls(specification)) {
      const template = { ...call, segments: ['', 'api', version, ...call.segments] }
      const key = keyOf(template.method, template.segments)
      const alike = templates.get(key)
      if (alike) alike.push(template)
      else templates.set(key, [template])
    }
  return templates
}

/** Read when a call is first looked up. */
let templates: ReturnType<typeof readTemplates> | undefined

/** What has been found for templates, which are few; other paths have values in them. */
const found = new Map<string, SpecifiedCall | undefined>()
const maxFound = 500

/** The facts of a call, as a template or with its values in place; undefined if there is none. */
export const operationOf = (call: Call): SpecifiedCall | undefined => {
  const key = `${call.method} ${call.path}`
  if (found.has(key)) return found.get(key)
  const facts = lookUp(call)
  if (call.path.includes('{') && found.size < maxFound) found.set(key, facts)
  return facts
}

const lookUp = ({ method, path }: Call): SpecifiedCall | undefined => {
  templates ??= readTemplates()
  const segments = normalized(path).split('/')
  const [best] = (templates.get(keyOf(method, segments)) ?? [])
    .filter(template => fits(template.segments, segments))
    .sort((a, b) => placeholders(a) - placeholders(b))
  return best
}

export const isKnownCall = (call: Call): boolean => operationOf(call) !== undefined

/** `/v1/…` is the old way to write `/api/v1/…`, and a slash at the end means nothing. */
const normalized = (path: string): string =>
  path.replace(/\/+$/, '').replace(/^\/v(?=\d\/)/, '/api/v')

const isPlaceholder = (segment: string) => segment === '{}'
const fits = (template: readonly string[], segments: readonly string[]) =>
  template.every((segment, at) => isPlaceholder(segment) || segment === segments[at])
const placeholders = ({ segments }: SpecifiedCall) => segments.filter(isPlaceholder).length
