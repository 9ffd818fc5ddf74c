import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { isRecord, member } from '../../definitions/index.ts'
import { unreadable } from './json.ts'
import type { RunStep } from './schema.ts'

/** What is kept of a run that is done besides its row: its event and its steps, in one piece. */
export interface PackedRun {
  readonly event: unknown
  readonly steps: readonly RunStep[]
}

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** More than that takes too long to be made as small as possible. */
const maxThorough = 16 * 1024

/** Events and outputs say most things two or three times, so that together they become small. */
export const packRun = (run: PackedRun): Promise<Buffer> => {
  // Writes are for going on with a step, and all of these have ended.
  const steps = run.steps.map(step => ({ ...step, writes: [] }))
  const text = JSON.stringify({ ...run, steps })
  const quality = text.length > maxThorough ? 5 : constants.BROTLI_MAX_QUALITY
  return compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
}

const isPackedRun = (value: unknown): value is PackedRun => Array.isArray(member(value, 'steps'))

export const unpackRun = async (packed: Uint8Array): Promise<PackedRun> => {
  try {
    const text = (await decompress(packed)).toString('utf8')
    const run: unknown = JSON.parse(text)
    return isPackedRun(run) ? run : unreadable()
  } catch {
    return unreadable()
  }
}

const titles = ['title', 'name', 'subject']

/** What lists show of an event and searches find in it: what its record is called, and its values. */
export const shownEvent = (event: unknown): unknown => {
  if (event === null) return null
  const data = member(event, 'data')
  const shown = titled(event)
  const values = valuesIn([isRecord(data) ? data : event, member(event, 'previous')])
  return { ...shown, ...(isRecord(data) && { data: titled(data) }), values: [...new Set(values)] }
}

const titled = (record: unknown) =>
  isRecord(record)
    ? Object.fromEntries(
        titles.flatMap(key => (Object.hasOwn(record, key) ? [[key, record[key]]] : [])),
      )
    : {}

const valuesIn = (value: unknown): readonly unknown[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesIn)
  return typeof value === 'string' || typeof value === 'number' ? [value] : []
}
