import { general } from './errors.ts'
import type { Problem } from './errors.ts'
import type { Params, Route } from './route.ts'
import { routes } from './routes/index.ts'
import { left, specification, type Version } from './specification/index.ts'

/** The meaning of a call. Without a route there is a problem; an `open` one needs no token. */
export type Target =
  | { readonly template: string; readonly route: Route; readonly params: Params }
  | { readonly template: string; readonly problem: Problem; readonly open: boolean }

interface Place {
  readonly path: string
  readonly pattern: RegExp
  readonly methods: readonly string[]
}

const patternOf = (template: string) =>
  new RegExp(`^${template.replace(/\{[\w-]+\}/g, '([^/]+)')}$`)

const places = (version: Version): readonly Place[] =>
  Object.entries(specification[version]).map(([path, methods]) => ({
    path,
    pattern: patternOf(path),
    methods: methods.split(' '),
  }))

const prefixes = [
  { prefix: '/api/v2', version: 'v2', places: places('v2') },
  { prefix: '/api/v1', version: 'v1', places: places('v1') },
  { prefix: '/v1', version: 'v1', places: places('v1') },
] as const

const keyOf = (method: string, version: Version, path: string) => `${method} ${version} ${path}`
const served = new Map(routes.map(route => [keyOf(route.method, route.version, route.path), route]))
const gone = left.map(patternOf)

const paramsOf = ({ path, pattern }: Place, rest: string): Params => {
  const names = [...path.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => name)
  const values = pattern.exec(rest)?.slice(1) ?? []
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]))
}

const nothing = (template: string): Target => ({
  template,
  problem: general(404, 'Unknown method .'),
  open: true,
})

/** Distinguishes what has left Pipedrive (410) from what the sandbox does not serve (501). */
export const lookUp = (method: string, path: string): Target => {
  const under = prefixes.find(({ prefix }) => path.startsWith(`${prefix}/`))
  if (!under) return nothing(path)
  const { prefix, version } = under
  const rest = path.slice(prefix.length)
  const place = under.places.find(({ pattern }) => pattern.test(rest))
  if (!place) {
    if (version === 'v2' || !gone.some(pattern => pattern.test(rest))) return nothing(path)
    const instead = `/api/v2/${rest.split('/')[1]}`
    const problem = general(410, `This endpoint is no longer available, use ${instead}`)
    return { template: path, problem, open: false }
  }
  const template = prefix + place.path
  const route = served.get(keyOf(method, version, place.path))
  if (route) return { template, route, params: paramsOf(place, rest) }
  if (!place.methods.includes(method))
    return { template, problem: general(405, 'Method not allowed'), open: true }
  const info = 'Pipedrive itself does. docs/sandbox.md says what the sandbox serves.'
  const problem = general(501, `The sandbox does not serve ${method} ${template}`, { info })
  return { template, problem, open: false }
}
