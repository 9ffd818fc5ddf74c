import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isRecord, member, memberAt } from '../../definitions/index.ts'

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** What a caller may give to each operation of Pipedrive's OpenAPI files, such as `PATCH /api/v2/deals/{id}`. */
export const readMembers = (folder: string): ReadonlyMap<string, readonly string[]> =>
  new Map(['v1', 'v2'].flatMap(version => [...membersOf(folder, version)]))

const membersOf = (folder: string, version: string) => {
  const text = readFileSync(join(folder, `pipedrive-${version}.yaml`), 'utf8')
  const file: unknown = parse(text, { maxAliasCount: -1 })
  return entries(member(file, 'paths')).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => {
        const call = `${method.toUpperCase()} /api/${version}${path}`
        const names = [...parameters(file, operation), ...body(file, operation)]
        return [call, [...new Set(names)]] as const
      }),
  )
}

const parameters = (file: unknown, operation: unknown): readonly string[] =>
  list(member(operation, 'parameters')).map(parameter =>
    String(member(resolved(file, parameter), 'name')),
  )

const body = (file: unknown, operation: unknown): readonly string[] => {
  const [[, media] = []] = entries(
    member(resolved(file, member(operation, 'requestBody')), 'content'),
  )
  return properties(file, member(media, 'schema'))
}

/** With those of the parts that `allOf` puts together. */
const properties = (file: unknown, schema: unknown): readonly string[] => {
  const own = resolved(file, schema)
  return [
    ...list(member(own, 'allOf')).flatMap(part => properties(file, part)),
    ...entries(member(own, 'properties')).map(([name]) => name),
  ]
}

const resolved = (file: unknown, value: unknown): unknown => {
  const reference = member(value, '$ref')
  if (typeof reference !== 'string') return value
  return resolved(file, memberAt(file, reference.slice(2).replaceAll('/', '.')))
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const entries = (value: unknown) => (isRecord(value) ? Object.entries(value) : [])
