import { InputError, type Action, type OptionsDataSource } from '../../definitions/index.ts'
import { openMeter, optionsSources } from '../../engine/index.ts'
import { bytesOf } from './fit.ts'
import { objectSchema } from './actionTool.ts'
import type { Answer, CallContext, Tool } from './tool.ts'
import { findToolNameOf } from './toolNames.ts'

/** A tool for each live list of these actions, which turns names into ids. */
export const findTools = (actions: readonly Action[]): readonly FindTool[] => {
  const sources = actions.flatMap(action => [...optionsSources(action).values()])
  // One that follows other properties is a part of another one.
  const whole = sources.filter(
    ({ optionsLookupDependsOn = [] }) => optionsLookupDependsOn.length === 0,
  )
  return [...new Map(whole.map(source => [source.name, source])).values()].map(findTool)
}

interface FindTool extends Tool {
  /** A name may stand for the id itself. */
  readonly isNamed: boolean
}

const findTool = (source: OptionsDataSource<unknown>): FindTool => {
  const name = findToolNameOf(source.name)
  const words = name.replace(/^find_/, '').replaceAll('_', ' ')
  return {
    listing: {
      name,
      title: `Find ${words}`,
      description: `Turns the name of a ${words} into its id.${source.searchable ? ' Without a text, those changed last.' : ' Without a text, all of them.'}`,
      inputSchema: objectSchema({
        properties: {
          search: { type: 'string', description: 'A part of the name.' },
          ...(source.searchable && {
            cursor: { type: 'string', description: 'Of the answer before.' },
          }),
        },
        additionalProperties: false,
      }),
      outputSchema: objectSchema({
        properties: {
          options: {
            type: 'array',
            items: { type: 'object', properties: { value: {}, label: {} } },
          },
          cursor: { type: 'string' },
        },
      }),
      annotations: {
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: true,
      },
    },
    isNamed: source.byName !== undefined,
    call: (given, context) => find(source, given, context),
  }
}

const find = async (
  source: OptionsDataSource<unknown>,
  given: Readonly<Record<string, unknown>>,
  { client, signal, onRequest, maxBytes }: CallContext,
): Promise<Answer> => {
  const { search, cursor, ...unknown } = given
  const [other] = Object.keys(unknown)
  if (other !== undefined)
    throw new InputError(other, 'is not an argument', 'There are search and cursor.')
  const query = {
    input: {},
    ...(search !== undefined && { search: textOf('search', search) }),
    ...(cursor !== undefined && { cursor: textOf('cursor', cursor) }),
  }
  const { run } = openMeter({ client, signal, onRequest })
  const { options, next } = await run(source.options(query))
  const kept = options.filter(within(maxBytes - reserved))
  const structured = { options: kept, ...(next !== undefined && { cursor: next }) }
  const left = options.length - kept.length
  const notes = [
    `${kept.length} found`,
    ...(left > 0
      ? [`${left} more are left out to fit the size of an answer: search for a longer text`]
      : []),
    ...(next !== undefined
      ? ['there are more: repeat the call with the cursor of this answer']
      : []),
  ]
  const text = kept.map(option => JSON.stringify(option)).join('\n')
  return { structured, summary: `${notes.join('; ')}.`, text }
}

const reserved = 1_000

const textOf = (name: string, value: unknown): string => {
  if (typeof value === 'string') return value
  throw new InputError(name, 'must be a text')
}

/** Keeps entries as long as there is room for them. */
const within = (room: number) => {
  let used = 0
  return (one: unknown): boolean => (used += bytesOf(one) + 1) <= room
}
