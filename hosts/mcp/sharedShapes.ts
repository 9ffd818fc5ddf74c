import { isRecord } from '../../definitions/index.ts'
import type { Tool } from './tool.ts'

/** Bytes from which on something is written out in one tool only; a reference takes about 50. */
const longAnswer = 80
const longArgument = 200
const longEnum = 150

/**
 * The same tools, in which what several say is said by the first: shapes of what they answer, and
 * of their arguments the long ones, long choices and all sentences. An agent reads all tools at once.
 */
export const sharingShapes = (tools: readonly Tool[]): readonly Tool[] => {
  const known = new Map<string, string>()
  /** The tool that has said this at the same place, for all but that one. */
  const saidBy = (said: unknown, tool: string, path = ''): string | undefined => {
    const key = `${path} ${JSON.stringify(said)}`
    const first = known.get(key) ?? tool
    known.set(key, first)
    return first === tool ? undefined : first
  }

  const answer = (schema: Schema, tool: string): Schema => {
    const isLong = schema['properties'] !== undefined && sizeOf(schema) >= longAnswer
    if (isLong && saidBy(schema, tool) !== undefined) return { type: schema['type'] }
    return withinMembers(schema, one => answer(one, tool))
  }

  const argument = (schema: Schema, tool: string, path = ''): Schema => {
    const { properties, required, type } = schema
    const isLong = sizeOf(properties) >= longArgument
    const shape = isLong ? saidBy({ properties, required }, tool, path) : undefined
    if (shape !== undefined) return { type, description: `As in ${shape}.` }
    const { enum: choices, ...rest } = schema
    const first = sizeOf(choices) >= longEnum ? saidBy(choices, tool, path) : undefined
    const text =
      first === undefined ? sentencesOnce(schema['description'], tool) : `As in ${first}.`
    const { description: _, ...members } = withinMembers(
      first === undefined ? schema : rest,
      (one, name) => argument(one, tool, `${path}.${name}`),
    )
    return { ...members, ...(text !== undefined && { description: text }) }
  }

  const sentencesOnce = (description: unknown, tool: string): string | undefined => {
    if (typeof description !== 'string') return undefined
    const kept = description.split(/(?<=\.) /).filter(one => saidBy(one, tool) === undefined)
    return kept.length === 0 ? undefined : kept.join(' ')
  }

  return tools.map(tool => {
    const { name, inputSchema, outputSchema } = tool.listing
    const listing = {
      ...tool.listing,
      inputSchema: objectSchema(argument(inputSchema, name)),
      ...(outputSchema && {
        outputSchema: objectSchema(withinMembers(outputSchema, one => answer(one, name))),
      }),
    }
    return { ...tool, listing }
  })
}

type Schema = Readonly<Record<string, unknown>>

/** As a listing wants it. */
export const objectSchema = (schema: object) => ({ ...schema, type: 'object' as const })

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0

/** A schema with its members and its entries changed. */
const withinMembers = (
  schema: Schema,
  change: (schema: Schema, name: string) => Schema,
): Schema => {
  const { properties, items } = schema
  return {
    ...schema,
    ...(isRecord(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [
          name,
          isRecord(one) ? change(one, name) : one,
        ]),
      ),
    }),
    ...(isRecord(items) && { items: change(items, '') }),
  }
}
