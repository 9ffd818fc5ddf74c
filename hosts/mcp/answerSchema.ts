import type { JsonSchema, PropertyManifest } from '../../definitions/index.ts'

/**
 * What an answer holds, in few bytes: names and types. Every member may be absent, as empty ones
 * are left out.
 */
export const answerSchema = (property: PropertyManifest): JsonSchema => {
  const { type, properties = [], items: [item] = [] } = property
  if (type === 'OBJECT')
    return {
      type: 'object',
      ...(properties.length > 0 && {
        properties: Object.fromEntries(properties.map(one => [one.name, answerSchema(one)])),
      }),
    }
  if (type === 'ARRAY') return { type: 'array', ...(item && { items: answerSchema(item) }) }
  if (type === 'BOOLEAN' || type === 'INTEGER' || type === 'NUMBER')
    return { type: type.toLowerCase() }
  return { type: type === 'DYNAMIC_PROPERTIES' ? 'object' : 'string' }
}
