import type { JsonSchema, PropertyManifest } from '../../definitions/index.ts'

/** JSON Schema of a record as actions put it out. Members that are not required may be null. */
export const recordSchema = (property: PropertyManifest): JsonSchema => {
  const { description, required } = property
  const { type, labels, ...rest } = valueSchema(property)
  return {
    ...(description !== undefined && { description }),
    ...rest,
    type: required ? type : [type, 'null'],
    ...(labels && { enum: required ? labels : [...labels, null] }),
  }
}

const valueSchema = ({
  type,
  options,
  properties = [],
  items: [item] = [],
}: PropertyManifest): JsonSchema & { readonly labels?: readonly string[] } => {
  if (type === 'INTEGER' || type === 'NUMBER' || type === 'BOOLEAN')
    return { type: type.toLowerCase() }
  if (type === 'ARRAY')
    return { type: 'array', ...(item && { items: recordSchema({ ...item, required: true }) }) }
  if (type === 'OBJECT' || type === 'DYNAMIC_PROPERTIES')
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map(one => [one.name ?? '', recordSchema(one)])),
      required: properties.filter(one => one.required).map(({ name = '' }) => name),
    }
  if (type === 'DATE') return { type: 'string', format: 'date' }
  return { type: 'string', ...(options && { labels: options.map(({ label }) => label) }) }
}
