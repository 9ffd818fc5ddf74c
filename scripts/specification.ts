import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

/**
 * Writes down which operations Pipedrive's OpenAPI files have: for the sandbox, so that it can tell
 * what it does not serve from what does not exist, methods and paths; for the component, which
 * shares nothing with the sandbox, also what a call costs and which scopes allow it. No text.
 */
const { values } = parseArgs({ options: { spec: { type: 'string' } } })
const folder = values.spec ?? process.env['PIPEDRIVE_SPEC']
if (folder === undefined) {
  console.error('Give the folder of the OpenAPI files: npm run specification -- --spec FOLDER')
  process.exit(1)
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

const load = (version: string): unknown =>
  parse(readFileSync(join(folder, `pipedrive-${version}.yaml`), 'utf8'), { maxAliasCount: -1 })

const operations = (version: string) =>
  entries(member(load(version), 'paths'))
    .filter(([path]) => !path.startsWith('/oauth/'))
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

const facts = (version: string) =>
  entries(member(load(version), 'paths'))
    .filter(([path]) => !path.startsWith('/oauth/'))
    .map(([path, item]) => {
      const calls = entries(item)
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => {
          const scopes = entries(member(operation, 'security'))
            .flatMap(([, way]) => entries(member(way, 'oauth2')).map(([, scope]) => String(scope)))
            .sort((a, b) => rank(a) - rank(b))
          const cost = Number(member(operation, 'x-token-cost'))
          return [method.toUpperCase(), cost, ...scopes].join(' ')
        })
      return [path, calls.sort().join('; ')] as const
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))

const write = async (file: string, text: string) => {
  const options = await resolveConfig(file)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await format(text, { ...options, filepath: file }))
}

for (const version of ['v1', 'v2']) {
  await write(
    `component/specification/${version}.ts`,
    `import type { Specification } from './facts.ts'

/** What API ${version} says of its calls: cost and scopes. Made from Pipedrive's OpenAPI files by \`npm run specification\`. */
export const ${version}: Specification = ${JSON.stringify(Object.fromEntries(facts(version)))}`,
  )
  const file = `sandbox/specification/${version}.ts`
  const table = JSON.stringify(Object.fromEntries(operations(version)))
  const text = `/** Methods of API ${version} by path. Made from Pipedrive's OpenAPI files by \`npm run specification\`. */
export const ${version}: Readonly<Record<string, string>> = ${table}`
  await write(file, text)
}
