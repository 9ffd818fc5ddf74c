import {
  actionManifest,
  InputError,
  openList,
  isRecord,
  type Action,
} from '../../definitions/index.ts'
import {
  checkNamedInput,
  failedLookups,
  openMeter,
  outputWarnings,
  type ResolvedName,
} from '../../engine/index.ts'
import { resolvedText } from './callOnce.ts'
import { withoutNulls } from './fit.ts'
import { isGiven } from './given.ts'
import { listAnswer, nested } from './listAnswer.ts'
import type { OpenList } from './openLists.ts'
import { answerSchema } from './answerSchema.ts'
import type { Answer, CallContext } from './tool.ts'

const usualRows = 20
const maxRows = 500

/** Arguments that every list has, in place of the limit of its action. */
export const listArguments = {
  limit: { type: 'integer', default: usualRows },
  cursor: { type: 'string', description: 'Of the answer before; other arguments as there.' },
}

const next = {
  type: 'object',
  properties: {
    cursor: { type: 'string' },
    more: { type: 'integer' },
    at_least: { type: 'boolean' },
  },
}

export const listAnswerSchema = (action: Action) => {
  const { outputSchema } = actionManifest(action).outputDefinition.outputResponse
  const schema = answerSchema(outputSchema)
  const { properties } = schema
  return { ...schema, properties: { ...(isRecord(properties) && properties), next } }
}

/** Some rows of a list, and how to go on. */
export const callList = async (
  action: Action,
  { cursor, limit, ...given }: Readonly<Record<string, unknown>>,
  context: CallContext,
): Promise<Answer> => {
  const { list: pages, name } = action
  if (!pages) throw new TypeError(`${name} does not return a list`)
  const { client, signal, onRequest, lists, maxBytes } = context
  const wanted = rowsWanted(limit)
  const validators = await client.validators(name)
  const { run, cost } = openMeter({ client, signal, onRequest })
  const asked = `${name} ${JSON.stringify(given)}`
  let list: OpenList
  let start = 0
  let resolved: readonly ResolvedName[] = []
  if (!isGiven(cursor)) {
    const named = checkNamedInput(client.component, action, given, validators)
    const prepared = await run(named)
    resolved = prepared.resolved
    const reader = openList(pages, prepared.input)
    const first = await run(reader.read())
    list = lists.open(asked, reader)
    list.rows.push(...first)
  } else ({ list, start } = lists.at(cursorText(cursor), asked))
  await readUntil(list, start + wanted, step => run(step))
  // They are kept as they are, for a cursor that is used again.
  const raw = structuredClone(list.rows.slice(start, start + wanted))
  const rows = await run(pages.hydrate(raw, list.memory))
  const warnings = [
    ...outputWarnings(validators, nested(pages.rows, rows)),
    ...failedLookups(client.component, cost().requests),
  ]
  const answer = listAnswer(pages, list, start, rows.map(withoutNulls), maxBytes)
  if (resolved.length === 0) return { ...answer, warnings }
  const { structured, summary } = answer
  return {
    ...answer,
    structured: { ...structured, resolved },
    summary: `${summary} ${resolvedText(resolved)}.`,
    warnings,
  }
}

const rowsWanted = (limit: unknown): number => {
  if (!isGiven(limit)) return usualRows
  const wanted = Number(limit)
  if (Number.isSafeInteger(wanted) && wanted >= 1 && wanted <= maxRows) return wanted
  throw new InputError('limit', `must be a whole number from 1 to ${maxRows}`)
}

const cursorText = (cursor: unknown): string => {
  if (typeof cursor === 'string') return cursor
  throw new InputError('cursor', 'must be the text of an earlier answer')
}

/** Reads on until there are `count` rows; calls that read the same list wait for each other. */
const readUntil = async (
  list: OpenList,
  count: number,
  run: (step: ReturnType<OpenList['reader']['read']>) => Promise<readonly unknown[]>,
): Promise<void> => {
  const before = list.reading
  const read = async () => {
    while (list.rows.length < count && !list.reader.isOver())
      list.rows.push(...(await run(list.reader.read())))
  }
  const reading = before.then(read)
  list.reading = reading.catch(() => {})
  await reading
}
