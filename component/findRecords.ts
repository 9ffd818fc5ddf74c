import { all, type Exchange, type OutputOf } from '../definitions/index.ts'
import type { FindBy } from './findBy.ts'
import { recordsById } from './linkedRecords.ts'
import type { FoundRecord, FoundType } from './recordTypes.ts'
import { notIndexed, searchedIds } from './searchIndex.ts'
import { fold, writtenForms } from './text.ts'

/**
 * The records that match, in the order of their ids. Pipedrive searches an index that lags behind:
 * where it finds nothing, the newest records are looked at too.
 */
export function* findRecords<Raw extends FoundRecord, Row>(
  { path, record }: FoundType<Raw, Row>,
  { values, spellings = value => [value], fields, texts, isSame }: FindBy,
): Exchange<readonly OutputOf<Raw>[]> {
  const terms = distinct(values.flatMap(spellings).flatMap(writtenForms)).filter(
    term => term !== '',
  )
  // Archived deals can't be changed, and count as gone.
  const ids = yield* all(terms.map(term => searchedIds(path, { term, fields, exact_match: true })))
  const records = yield* recordsById(path, record, ids.flat(), {})
  // In the spellings that searches find, so that the age of a record makes no difference.
  const wanted = new Set(terms.map(fold))
  const isWanted = (text: string) => wanted.has(fold(text.trim()))
  const found = [...records.values()].filter(one =>
    texts(one).some(text => isWanted(text) || values.some(value => isSame(text, value))),
  )
  if (found.length > 0) return byId(found)
  const newest = (yield* notIndexed(path, record, 'id')).filter(one => texts(one).some(isWanted))
  return byId([...new Map(newest.map(one => [one.id, one])).values()])
}

const distinct = (terms: readonly string[]): readonly string[] => [
  ...new Map(terms.map(term => [term.toLowerCase(), term])).values(),
]

const byId = <Row extends { readonly id: number }>(rows: Row[]): readonly Row[] =>
  rows.sort((a, b) => a.id - b.id)
