import { all, type Exchange, type OutputOf } from '../definitions/index.ts'
import type { FindBy } from './findBy.ts'
import { recordsById } from './linkedRecords.ts'
import type { FoundRecord, FoundType } from './recordTypes.ts'
import { notIndexed, searchedIds } from './searchIndex.ts'

/**
 * The records that match, in the order of their ids. Pipedrive searches an index that lags behind:
 * where it finds nothing, the newest records are looked at too.
 */
export function* findRecords<Raw extends FoundRecord, Row>(
  { path, record }: FoundType<Raw, Row>,
  { value, spellings = [], fields, matches }: FindBy,
): Exchange<readonly OutputOf<Raw>[]> {
  const terms = [...new Set([value, ...spellings])].filter(term => term !== '')
  // Archived deals can't be changed, and count as gone.
  const ids = yield* all(terms.map(term => searchedIds(path, { term, fields, exact_match: true })))
  const records = yield* recordsById(path, record, ids.flat(), {})
  const found = [...records.values()].filter(matches)
  if (found.length > 0) return byId(found)
  const newest = (yield* notIndexed(path, record, 'id')).filter(matches)
  return byId([...new Map(newest.map(one => [one.id, one])).values()])
}

const byId = <Row extends { readonly id: number }>(rows: Row[]): readonly Row[] =>
  rows.sort((a, b) => a.id - b.id)
