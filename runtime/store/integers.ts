import { isRecord } from '../../definitions/index.ts'

/**
 * What the driver has read, with numbers for its integers of any size. One beyond what a number
 * holds to the last digit becomes the last that it does hold, so that no row that is damaged keeps
 * others from being read.
 */
export const withNumbers = (result: unknown): unknown => {
  if (Array.isArray(result)) return result.map(withNumbers)
  if (!isRecord(result) || !Array.isArray(result['rows'])) return result
  return { ...result, rows: result['rows'].map(rowWithNumbers) }
}

/** Columns are members by name and by position. The latter, and the length, are not enumerable. */
const rowWithNumbers = (row: unknown): unknown => {
  const columns = Object.getOwnPropertyDescriptors(Object(row))
  for (const column of Object.values(columns))
    if (typeof column.value === 'bigint') column.value = nearest(column.value)
  return Object.defineProperties({}, columns)
}

const most = BigInt(Number.MAX_SAFE_INTEGER)

const nearest = (value: bigint): number => {
  if (value > most) return Number.MAX_SAFE_INTEGER
  return value < -most ? Number.MIN_SAFE_INTEGER : Number(value)
}
