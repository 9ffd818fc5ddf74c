import { isRecord } from '../../definitions/index.ts'
import type { Tool } from './tool.ts'

/** Bytes from which on a shape is written out in one tool only. */
const longShape = 250

/** The same tools, in which a shape of records that several answer with is described by the first. */
export const sharingShapes = (tools: readonly Tool[]): readonly Tool[] => {
  const known = new Map<string, string>()
  const shared = (schema: unknown, tool: string): unknown => {
    if (Array.isArray(schema)) return schema.map(one => shared(one, tool))
    if (!isRecord(schema)) return schema
    const text = JSON.stringify(schema)
    const first = known.get(text)
    if (first !== undefined && first !== tool)
      return { type: schema['type'], description: `As in ${first}.` }
    if (isRecord(schema['properties']) && text.length >= longShape) known.set(text, tool)
    return Object.fromEntries(
      Object.entries(schema).map(([name, one]) => [name, shared(one, tool)]),
    )
  }
  return tools.map(tool => {
    const { name, outputSchema } = tool.listing
    if (!outputSchema) return tool
    const { properties } = outputSchema
    const members = shared(properties, name)
    if (!isRecord(members)) return tool
    return {
      ...tool,
      listing: {
        ...tool.listing,
        outputSchema: { ...outputSchema, properties: asSchemas(members) },
      },
    }
  })
}

const asSchemas = (members: Readonly<Record<string, unknown>>): Record<string, object> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, one]) => (isRecord(one) ? [[name, one]] : [])),
  )
