import { ApiError, member, perform } from '../../../definitions/index.ts'
import { checkInput, openMeter } from '../../../engine/index.ts'
import type { Client } from '../../../runtime/index.ts'
import { HttpError } from '../errors.ts'

export type Row = Readonly<Record<string, unknown>>

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Row
  readonly body?: Row
}

/** One call of the sandbox's public API. Throws an `InputError`. */
export const call = async (client: Client, { method = 'GET', ...rest }: Call): Promise<unknown> => {
  const { customAction } = client.component
  const validators = await client.validators(customAction.name)
  const input = checkInput(customAction, { method, ...rest }, validators)
  try {
    return member(await openMeter({ client }).run(perform(customAction, input)), 'body')
  } catch (error) {
    throw error instanceof ApiError && isInvalid(error) ? inItsWords(error) : error
  }
}

const isInvalid = ({ status }: ApiError) => status === 400 || status === 422

/** A form shows what is wrong; the call, and where to read about the API, say nothing there. */
const inItsWords = ({ message }: ApiError) => {
  const said = message.replace(/^\w+ \S+ answered \d+: /, '').replace(/^Validation failed: /, '')
  const [problem = said] = said.split(' – Please check ')
  return new HttpError(400, sentence(problem), 'Change it and save again.')
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const rowsIn = (answer: unknown): readonly Row[] => {
  const data = member(answer, 'data')
  return Array.isArray(data) ? data.filter(isRow) : []
}

/** All rows of a list of API v2. */
export const everyRow = async (client: Client, path: string): Promise<readonly Row[]> => {
  const rows: Row[] = []
  let cursor: unknown
  do {
    const answer = await call(client, {
      path,
      query: { limit: 500, ...(isText(cursor) && { cursor }) },
    })
    rows.push(...rowsIn(answer))
    cursor = member(member(answer, 'additional_data'), 'next_cursor')
  } while (isText(cursor))
  return rows
}

export const isText = (value: unknown): value is string => typeof value === 'string'
