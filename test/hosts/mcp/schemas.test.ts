import { pipedrive } from '../../../component/index.ts'
import { actionManifest, isRecord, type PropertyManifest } from '../../../definitions/index.ts'
import { toolsOf, type Tool } from '../../../hosts/mcp/index.ts'
import { toolNameOf } from '../../../hosts/mcp/toolNames.ts'

const tools = toolsOf(pipedrive, { allowDelete: true })
const actions = [...pipedrive.actions, pipedrive.customAction].map(actionManifest)

type Schema = Readonly<Record<string, unknown>>
const asSchema = (value: unknown): Schema => (isRecord(value) ? value : {})
const inputOf = (tool: Tool | undefined) => asSchema(tool?.listing.inputSchema)
const memberOf = ({ properties }: Schema, name = '') => asSchema(asSchema(properties)[name])
const typesOf = ({ type }: Schema) => [type].flat()

const types = {
  ARRAY: 'array',
  BOOLEAN: 'boolean',
  INTEGER: 'integer',
  NUMBER: 'number',
  OBJECT: 'object',
  DYNAMIC_PROPERTIES: 'object',
} as const
const typeOf = (type: string) => Object.entries(types).find(([name]) => name === type)?.[1]

/** What stands at the same place of the tool that a schema refers to, or the schema itself. */
const written = (schema: Schema, path: readonly string[]): Schema => {
  const [, name] = /^As in (\w+)\.$/.exec(String(schema['description'])) ?? []
  if (name === undefined) return schema
  const step = (at: Schema, one: string) =>
    one === '[]' ? asSchema(at['items']) : memberOf(at, one)
  return path.reduce(step, inputOf(tools.get(name)))
}

const expectSame = (schema: Schema, property: PropertyManifest, path: readonly string[]) => {
  const { type, nullable = false, options, openOptions, properties = [], items = [] } = property
  expect([path, typesOf(schema)]).toEqual([
    path,
    expect.arrayContaining([typeOf(type) ?? 'string']),
  ])
  expect([path, typesOf(schema).includes('null')]).toEqual([path, nullable])
  const full = written(schema, path)
  if (options && type !== 'BOOLEAN' && type !== 'ARRAY')
    expect([path, full['enum']]).toEqual([
      path,
      openOptions ? undefined : options.map(({ value }) => value),
    ])
  const required = properties.filter(one => one.required === true && !('defaultValue' in one))
  if (required.length > 0)
    expect([path, full['required']]).toEqual([path, required.map(({ name }) => name)])
  for (const one of properties) expectSame(memberOf(full, one.name), one, [...path, one.name ?? ''])
  for (const one of items) expectSame(asSchema(full['items']), one, [...path, '[]'])
}

test.each(actions.map(one => [toolNameOf(one.name), one] as const))(
  'the arguments of %s have their types, choices and what is required',
  (name, { properties, metadata }) => {
    const schema = inputOf(tools.get(name))
    for (const property of properties)
      if (!(metadata.list && property.name === 'limit'))
        expectSame(memberOf(schema, property.name), property, [property.name ?? ''])
  },
)

test('what a tool leaves to another one is there, before it in the list', () => {
  const seen = new Set<string>()
  for (const { listing } of tools.values()) {
    for (const [, other] of JSON.stringify(listing).matchAll(/"As in (\w+)\."/g))
      expect(seen).toContain(other)
    seen.add(listing.name)
  }
})

test('numbers to choose from say what they stand for', () => {
  const visible = memberOf(memberOf(inputOf(tools.get('add_deal')), 'deal'), 'visible_to')
  expect(visible['description']).toMatch(/1: Owner.*7: Entire company/)
})

test('a text is said once', () => {
  const text = JSON.stringify([...tools.values()].map(({ listing }) => listing))
  expect(text.split('Only what was changed at this time or later.')).toHaveLength(2)
})

test('a property whose choices follow another one takes names, and has the tool of the whole list', () => {
  const only = toolsOf(pipedrive, { only: ['add_deal'] })
  const deal = memberOf(inputOf(only.get('add_deal')), 'deal')
  expect(typesOf(memberOf(deal, 'stage_id'))).toEqual(['integer', 'string'])
  expect([...only.keys()]).toContain('find_stage')
  expect([...tools.keys()].filter(name => name.includes('of_deal'))).toEqual([])
})
