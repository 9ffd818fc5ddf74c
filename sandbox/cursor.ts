import { createHash } from 'node:crypto'
import { invalid } from './errors.ts'

/** What a cursor holds: the marker of the next page, and a mark of the query it belongs to. */
interface Marker {
  readonly marker: string | number
  readonly id: string | number
  readonly query: string
}

const pagingKeys = new Set(['limit', 'cursor', 'include_fields', 'custom_fields'])

export const queryMark = (path: string, query: Readonly<Record<string, unknown>>) => {
  const parts = Object.entries(query).filter(([name]) => !pagingKeys.has(name))
  return createHash('sha1')
    .update(JSON.stringify([path, parts.sort()]))
    .digest('base64url')
    .slice(0, 12)
}

export const encodeCursor = (marker: Marker) =>
  Buffer.from(JSON.stringify(marker)).toString('base64url')

const isMarker = (value: unknown): value is Marker =>
  typeof value === 'object' &&
  value !== null &&
  'marker' in value &&
  'id' in value &&
  'query' in value &&
  [value.marker, value.id].every(part => typeof part === 'string' || typeof part === 'number')

export const decodeCursor = (cursor: string, query: string): Marker => {
  let marker: unknown
  try {
    marker = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw invalid('cursor is invalid')
  }
  if (!isMarker(marker) || marker.query !== query) throw invalid('cursor is invalid')
  return marker
}
