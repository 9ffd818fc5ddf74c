import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

/**
 * Writes down which operations Pipedrive's OpenAPI files have: for the sandbox, so that it can tell
 * what it does not serve from what does not exist, methods and paths; for the component, which
 * shares nothing with the sandbox, also what a call costs and which scope allows it. No text.
 */
const { values } = parseArgs({ options: { spec: { type: 'string' } } })
const folder = values.spec ?? process.env['PIPEDRIVE_SPEC']
if (folder === undefined) {
  console.error('Give the folder of the OpenAPI files: npm run specification -- --spec FOLDER')
  process.exit(1)
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

type Paths = ReturnType<typeof entries>

const pathsOf = (version: string): Paths => {
  const text = readFileSync(join(folder, `pipedrive-${version}.yaml`), 'utf8')
  const document: unknown = parse(text, { maxAliasCount: -1 })
  return entries(member(document, 'paths')).filter(([path]) => !path.startsWith('/oauth/'))
}

const operations = (paths: Paths) =>
  paths
    .map(([path, item]) => {
      const has = entries(item).map(([name]) => name)
      const own = methods.filter(method => has.includes(method))
      return [path, own.join(' ').toUpperCase()] as const
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))

function member(value: unknown, name: string): unknown {
  return new Map(entries(value)).get(name)
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** The narrowest scope first: one that reads, one of the kind of record, one of the whole account. */
const rank = (scope: string) =>
  scope.startsWith('search:') ? 3 : scope === 'admin' ? 4 : scope.endsWith(':read') ? 1 : 2

/** In the form of `component/specification/facts.ts`. */
const facts = (paths: Paths) => {
  const calls = paths
    .map(([path, item]) => [path.slice(1).replace(/\{.*?\}/g, '{}'), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, item]) => ({
      segments: path.split('/'),
      methods: entries(item)
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => ({
          method,
          cost: Number(member(operation, 'x-token-cost')),
          scope: narrowestScope(operation),
        }))
        .sort((a, b) => (a.method < b.method ? -1 : 1)),
    }))
  const scopes = [...new Set(calls.flatMap(({ methods }) => methods.map(({ scope }) => scope)))]
    .filter(scope => scope !== undefined)
    .sort()
  const letterOf = (scope: string | undefined) =>
    scope === undefined ? '' : String.fromCharCode('a'.charCodeAt(0) + scopes.indexOf(scope))
  const lines = calls.map(({ segments, methods }, index) => {
    const before = calls[index - 1]?.segments ?? []
    const own = segments.findIndex((segment, at) => segment !== before[at])
    const words = methods.map(
      ({ method, cost, scope }) => `${letters[method]}${cost}${letterOf(scope)}`,
    )
    return ['.'.repeat(own) + segments.slice(own).join('/'), ...words].join(' ')
  })
  return { scopes: scopes.join(' '), calls: lines.join('\n') }
}

const letters: Readonly<Record<string, string>> = {
  delete: 'D',
  get: 'G',
  patch: 'A',
  post: 'O',
  put: 'U',
}

const narrowestScope = (operation: unknown): string | undefined =>
  entries(member(operation, 'security'))
    .flatMap(([, way]) => entries(member(way, 'oauth2')).map(([, scope]) => String(scope)))
    .sort((a, b) => rank(a) - rank(b))[0]

const write = async (file: string, text: string) => {
  const options = await resolveConfig(file)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await format(text, { ...options, filepath: file }))
}

for (const version of ['v1', 'v2']) {
  const paths = pathsOf(version)
  const { scopes, calls } = facts(paths)
  await write(
    `component/specification/${version}.ts`,
    `import type { Specification } from './facts.ts'

/** What API ${version} says of its calls: cost and scope. Made from Pipedrive's OpenAPI files by \`npm run specification\`. */
export const ${version}: Specification = { scopes: '${scopes}', calls: \`${calls}\` }`,
  )
  const file = `sandbox/specification/${version}.ts`
  const table = JSON.stringify(Object.fromEntries(operations(paths)))
  const text = `/** Methods of API ${version} by path. Made from Pipedrive's OpenAPI files by \`npm run specification\`. */
export const ${version}: Readonly<Record<string, string>> = ${table}`
  await write(file, text)
}
