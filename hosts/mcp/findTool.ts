import { InputError, type Action, type OptionsDataSource } from '../../definitions/index.ts'
import { openMeter, optionsSources } from '../../engine/index.ts'
import { findAnswer } from './findAnswer.ts'
import { isGiven } from './given.ts'
import { objectSchema } from './sharedShapes.ts'
import type { Tool } from './tool.ts'
import { finderOf } from './toolNames.ts'

type Source = OptionsDataSource<unknown>
type Given = Readonly<Record<string, unknown>>

/** The live lists of these actions by name; in place of one that is a part of another, the whole. */
export const liveLists = (actions: readonly Action[]): ReadonlyMap<string, Source> =>
  new Map(
    actions
      .flatMap(action => [...optionsSources(action).values()])
      .map(source => source.partOf ?? source)
      // What it follows are arguments of another tool.
      .filter(({ optionsLookupDependsOn = [] }) => optionsLookupDependsOn.length === 0)
      .map(source => [source.name, source]),
  )

/** Tools that turn names into ids: one for each live list, or for all of a kind. */
export const findTools = (lists: ReadonlyMap<string, Source>): readonly Tool[] => {
  const tools = new Map<string, Map<string, Source>>()
  for (const source of lists.values()) {
    const { tool, of = '' } = finderOf(source.name)
    tools.set(tool, (tools.get(tool) ?? new Map<string, Source>()).set(of, source))
  }
  return [...tools].map(([name, sources]) => findTool(name, sources))
}

/** The sources by what their lists are of; by an empty text where there is one that is of nothing. */
const findTool = (name: string, sources: ReadonlyMap<string, Source>): Tool => {
  const kinds = [...sources.keys()].filter(Boolean)
  const isSearched = [...sources.values()].some(({ searchable }) => searchable)
  const properties = {
    ...(kinds.length > 0 && { of: { type: 'string', enum: kinds } }),
    search: { type: 'string' },
    ...(isSearched && { cursor: { type: 'string' } }),
  }
  const isOneOf = kinds.length > 0 && !sources.has('')
  const words = name.replace(/^find_/, '').replaceAll('_', ' ')
  return {
    listing: {
      name,
      description: `Finds ${words} ids by a part of the name, or ${isSearched ? 'the latest' : 'all'}.`,
      inputSchema: objectSchema({ properties, ...(isOneOf && { required: ['of'] }) }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async call(given, { client, signal, onRequest, maxBytes }) {
      const { of, ...asked } = given
      const source = sources.get(of === undefined ? '' : textOf('of', of))
      if (!source) throw new InputError('of', `must be one of ${kinds.join(', ')}`)
      const query = queryOf(asked, Object.keys(properties))
      const { run } = openMeter({ client, signal, onRequest })
      const isTooShort = source.searchable === true && query.search?.trim().length === 1
      return findAnswer(await run(source.options(query)), maxBytes, isTooShort)
    },
  }
}

const queryOf = ({ search, cursor, ...unknown }: Given, known: readonly string[]) => {
  const [other] = Object.keys(unknown)
  if (other !== undefined)
    throw new InputError(other, `is not an argument; there are ${known.join(', ')}`)
  return {
    input: {},
    ...(isGiven(search) && { search: textOf('search', search) }),
    ...(isGiven(cursor) && { cursor: textOf('cursor', cursor) }),
  }
}

const textOf = (name: string, value: unknown): string => {
  if (typeof value === 'string') return value
  throw new InputError(name, 'must be a text')
}
