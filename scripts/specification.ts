import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

/**
 * Writes down which operations Pipedrive's OpenAPI files have, so that the sandbox can tell what it
 * does not serve from what does not exist: methods and paths, nothing else.
 */
const { values } = parseArgs({ options: { spec: { type: 'string' } } })
const folder = values.spec ?? process.env['PIPEDRIVE_SPEC']
if (folder === undefined) {
  console.error('Give the folder of the OpenAPI files: npm run specification -- --spec FOLDER')
  process.exit(1)
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

const operations = (version: string) => {
  const document: unknown = parse(readFileSync(join(folder, `pipedrive-${version}.yaml`), 'utf8'), {
    maxAliasCount: -1,
  })
  return entries(new Map(entries(document)).get('paths'))
    .filter(([path]) => !path.startsWith('/oauth/'))
    .map(([path, item]) => {
      const has = entries(item).map(([name]) => name)
      const own = methods.filter(method => has.includes(method))
      return [path, own.join(' ').toUpperCase()] as const
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

for (const version of ['v1', 'v2']) {
  const file = `sandbox/specification/${version}.ts`
  const table = JSON.stringify(Object.fromEntries(operations(version)))
  const text = `/** Methods of API ${version} by path. Made from Pipedrive's OpenAPI files by \`npm run specification\`. */
export const ${version}: Readonly<Record<string, string>> = ${table}`
  const options = await resolveConfig(file)
  writeFileSync(file, await format(text, { ...options, filepath: file }))
}
