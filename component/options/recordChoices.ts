import {
  all,
  pageGuard,
  type Exchange,
  type Option,
  type OptionsDataSource,
  type OptionsPage,
  type OptionsQuery,
  type Page,
} from '../../definitions/index.ts'
import { choicesTtl, lookUp } from '../lookups.ts'
import { nullIfHidden, nullIfNotFound } from '../missing.ts'
import { isUuid, writtenForms } from '../text.ts'
import { calledExactly, deleted, distinctLabels, plain } from './labels.ts'

/** A record that can be chosen; its organization tells it from others of the same name. */
export interface RecordChoice<Value> {
  readonly value: Value
  readonly name: string | null | undefined
  readonly organization?: number | string | null | undefined
  /** What else tells it apart. */
  readonly detail?: unknown
  /** What else it goes by. */
  readonly aliases?: readonly (string | null | undefined)[]
  readonly isDeleted?: unknown
  /** Its name says what has become of it. */
  readonly isGone?: true
}

interface Source<Value> {
  /** The records changed last, newest first. */
  recent(query: Asked): Exchange<Page<RecordChoice<Value>>>
  search(asked: Asked & { readonly query: Search }): Exchange<Page<RecordChoice<Value>>>
  /** Where the text may stand that a record is called by, in the API's own words. */
  nameField(text: string): string
  /** Fails where the record can't be read. */
  one(value: Value): Exchange<RecordChoice<Value>>
}
interface Asked {
  readonly cursor: string | undefined
  readonly limit: number
  readonly reuse: number
}

/** https://developers.pipedrive.com/docs/api/v1/ItemSearch */
type Search = Readonly<{ term: string; fields?: string; exact_match?: true }>

const choicesPerPage = 100
/** Pipedrive searches from two characters on. */
const shortestTerm = 2

export const records = <Value>(
  record: string,
  compares: string,
  source: Source<Value>,
): OptionsDataSource<Value> => ({
  name: `${record}s`,
  record,
  searchable: true,
  *options(query) {
    const { rows, next } = yield* choices(source, query)
    const options = yield* labelled(rows)
    return { options, ...(next !== undefined && { next }) } satisfies OptionsPage<Value>
  },
  byName: {
    compares,
    isValue: isUuid,
    find: function* (text) {
      return yield* labelled(yield* called(source, text))
    },
  },
})

/** With what tells records of one name apart. */
function* labelled<Value>(
  rows: readonly RecordChoice<Value>[],
): Exchange<readonly Option<Value>[]> {
  const organizations = rows.map(({ organization }) => organization)
  const known = yield* lookUp({
    organizations: organizations.filter(id => typeof id === 'number'),
    reuse: choicesTtl,
  })
  const choices = rows.map(({ value, name, organization, detail, isGone }) => {
    const of =
      typeof organization === 'number' ? known.organizations.get(organization)?.name : organization
    const own = name ?? String(value)
    if (isGone) return { value, label: own }
    const apart = of ?? (typeof detail === 'string' ? detail : undefined)
    // A twin may stand on another page, so the id is there in any case.
    const id = own === String(value) ? undefined : shortId(value)
    return { value, label: [own, apart, id].filter(Boolean).join(' · ') }
  })
  return distinctLabels(choices)
}

/** More are too many to choose from. */
const maxCalled = 100

/** The records that are called so, read until there are enough to see that it is not clear. */
function* called<Value>(
  source: Source<Value>,
  text: string,
): Exchange<readonly RecordChoice<Value>[]> {
  const terms = writtenForms(plain(text))
  const rows = yield* all(terms.map(term => calledSo(source, term)))
  const named = [...new Map(rows.flat().map(row => [row.value, row])).values()]
  return calledExactly(
    text,
    named.map(row => ({ ...row, label: row.name ?? '' })),
  )
}

function* calledSo<Value>(
  source: Source<Value>,
  term: string,
): Exchange<readonly RecordChoice<Value>[]> {
  const query = { term, fields: source.nameField(term), exact_match: true as const }
  const guard = pageGuard()
  const rows: RecordChoice<Value>[] = []
  let cursor: string | undefined
  do {
    const page = yield* source.search({ query, cursor, limit: choicesPerPage, reuse: choicesTtl })
    guard(page)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined && rows.length < maxCalled)
  return rows
}

/** Of an id of letters and digits, the beginning says enough. */
const shortId = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 8) : String(value)

function* choices<Value>(
  source: Source<Value>,
  { value, search = '', cursor }: OptionsQuery<Value>,
): Exchange<Page<RecordChoice<Value>>> {
  if (value !== undefined) return { rows: [yield* chosen(source, value)] }
  const term = search.trim()
  const asked = { cursor, limit: choicesPerPage, reuse: choicesTtl }
  return yield* term.length < shortestTerm
    ? source.recent(asked)
    : source.search({ ...asked, query: { term } })
}

/** A record that was chosen earlier keeps a label, also when it is gone or can't be seen. */
function* chosen<Value>(source: Source<Value>, value: Value): Exchange<RecordChoice<Value>> {
  const outcome = yield* nullIfHidden(wrapped(nullIfNotFound(source.one(value))))
  if (outcome === null) return { value, name: `${String(value)} (not visible)`, isGone: true }
  const { found } = outcome
  if (found && found.isDeleted !== true) return found
  return { value, name: deleted(value, found?.name ?? undefined).label, isGone: true }
}

function* wrapped<T>(exchange: Exchange<T>) {
  return { found: yield* exchange }
}

export function* mapped<Row, Value>(
  exchange: Exchange<Page<Row>>,
  choice: (row: Row) => RecordChoice<Value>,
): Exchange<Page<RecordChoice<Value>>> {
  const { rows, next } = yield* exchange
  return { rows: rows.map(choice), next }
}
