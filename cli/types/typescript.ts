import type { PropertyManifest } from '../../definitions/index.ts'

/** The declaration of a record, such as `export interface Deal { … }`. */
export const declaration = (name: string, { properties = [] }: PropertyManifest): string =>
  `export interface ${name} {\n${members(properties, '  ')}}\n`

const members = (properties: readonly PropertyManifest[], indent: string): string =>
  properties.map(property => member(property, indent)).join('')

const member = (property: PropertyManifest, indent: string): string => {
  const { name = '', description, required } = property
  const comment = description === undefined ? '' : `${indent}/** ${commentText(description)} */\n`
  const type = typeOf(property, indent)
  return `${comment}${indent}readonly ${key(name)}${required ? '' : '?'}: ${type}${required ? '' : ' | null'}\n`
}

/** Names of fields are people's own words; whatever is no identifier stands in quotes. */
const key = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : JSON.stringify(name)

const commentText = (text: string) => text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')

const typeOf = (property: PropertyManifest, indent: string): string => {
  const { type, options, properties = [], items: [item] = [], additionalProperties } = property
  switch (type) {
    case 'INTEGER':
    case 'NUMBER':
      return 'number'
    case 'BOOLEAN':
      return 'boolean'
    case 'ARRAY':
      return item ? `readonly (${typeOf(item, indent)})[]` : 'readonly unknown[]'
    case 'OBJECT':
    case 'DYNAMIC_PROPERTIES': {
      if (properties.length === 0) return 'Readonly<Record<string, unknown>>'
      const more = additionalProperties ? `${indent}  readonly [part: string]: unknown\n` : ''
      return `{\n${members(properties, `${indent}  `)}${more}${indent}}`
    }
    default:
      return options ? union(options.map(({ label }) => label)) : 'string'
  }
}

/** A field whose options have all been deleted has no value. */
const union = (labels: readonly string[]): string =>
  labels.length === 0
    ? 'never'
    : [...new Set(labels)].map(label => JSON.stringify(label)).join(' | ')
