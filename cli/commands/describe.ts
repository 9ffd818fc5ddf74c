import {
  actionManifest,
  inputSchema,
  propertyManifest,
  toJsonSchema,
  type PropertyManifest,
} from '../../definitions/index.ts'
import { findOperation } from '../../engine/index.ts'

import { component } from '../component.ts'
import { cell, print, printJson } from '../output.ts'

export const describe = (name: string, { json = false }: { readonly json?: boolean }): void => {
  const operation = findOperation(component, name)
  const inputs = 'effect' in operation ? actionManifest(operation) : { properties: [] }
  const output = propertyManifest(operation.output)
  if (json)
    return printJson({
      name,
      title: operation.title,
      description: operation.description,
      properties: inputs.properties,
      inputSchema: inputSchema(inputs, 'run'),
      outputSchema: toJsonSchema(output, 'output'),
      sampleOutput: operation.sampleOutput,
    })
  print(`${operation.title} (${name})`)
  for (const text of [operation.description, '', 'Input']) print(text)
  if (inputs.properties.length === 0) print('  nothing')
  printTable(lines(inputs.properties))
  for (const text of ['', 'Output']) print(text)
  printTable(lines(output.properties ?? []))
}

type Line = readonly [path: string, facts: string]

const printTable = (rows: readonly Line[]): void => {
  const width = Math.max(...rows.map(([path]) => path.length))
  for (const [path, facts] of rows) print(`  ${cell(path, width)}${facts}`)
}

const lines = (properties: readonly PropertyManifest[], parent = ''): readonly Line[] =>
  properties.flatMap(property => {
    const path = `${parent}${property.name ?? '[]'}`
    const children = property.properties ?? []
    const items = property.items?.[0]?.properties ?? []
    const facts = [
      property.type,
      ...(property.required ? ['required'] : []),
      ...(property.defaultValue === undefined ? [] : [`default ${property.defaultValue}`]),
      ...(property.optionsDataSource ? ['live list'] : []),
      ...(property.type !== 'BOOLEAN' && property.options
        ? [property.options.map(({ value }) => value).join(' | ')]
        : []),
    ]
    return [[path, facts.join(', ')], ...lines(children, `${path}.`), ...lines(items, `${path}[].`)]
  })
