type Fields = Readonly<Record<string, unknown>>

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !isList(value)

/** Files that people take for a workflow of this editor, by what only they have. */
const formats: readonly (readonly [name: string, matches: (file: Fields) => boolean])[] = [
  ['an n8n workflow', file => isList(file['nodes']) && isObject(file['connections'])],
  ['a Make scenario', file => isList(file['flow'])],
  ['a Zapier export', file => isList(file['zaps'])],
  ['an Activepieces flow', file => isObject(file['trigger']) || isObject(file['template'])],
  ['a ByteChef project', file => isList(file['workflows'])],
  ['an OpenAPI description', file => 'openapi' in file || 'swagger' in file],
  ['the definition of a component', file => isList(file['actions'])],
  ['a package.json', file => isObject(file['dependencies']) || isObject(file['devDependencies'])],
]

/** What a JSON file is that has neither tasks nor triggers, as a sentence. */
export const describeForeign = (file: unknown): string => {
  if (isList(file)) {
    const isNodeRed = file.some(node => isObject(node) && 'wires' in node)
    return isNodeRed ? 'This looks like a Node-RED flow.' : 'This is a list.'
  }
  if (!isObject(file)) return `This is only a value: ${JSON.stringify(file).slice(0, 40)}`
  const keys = Object.keys(file)
  if (keys.length === 0) return 'This is an empty object.'
  const [name] = formats.find(([, matches]) => matches(file)) ?? []
  if (name !== undefined) return `This looks like ${name}.`
  const some = keys.slice(0, 5).map(key => `“${key}”`)
  return `This has only ${some.join(', ')}${keys.length > some.length ? ' and so on' : ''}.`
}
