import type {
  Exchange,
  OptionsDataSource,
  OptionsPage,
  OptionsQuery,
  Page,
} from '../../definitions/index.ts'
import { choicesTtl, lookUp } from '../lookups.ts'
import { nullIfHidden, nullIfNotFound } from '../missing.ts'
import { deleted, distinctLabels, type Choice } from './labels.ts'

/** A record that can be chosen; its organization tells it from others of the same name. */
export interface RecordChoice<Value> {
  readonly value: Value
  readonly name: string | null | undefined
  readonly organization?: number | string | null | undefined
  /** Further details that tell it apart. */
  readonly details?: readonly unknown[]
  readonly isDeleted?: unknown
}

interface Source<Value> {
  /** The records changed last, newest first. */
  recent(query: Asked): Exchange<Page<RecordChoice<Value>>>
  search(query: Asked & { readonly term: string }): Exchange<Page<RecordChoice<Value>>>
  /** Fails where the record can't be read. */
  one(value: Value): Exchange<RecordChoice<Value>>
}
interface Asked {
  readonly cursor: string | undefined
  readonly limit: number
  readonly reuse: number
}

const choicesPerPage = 100
/** Pipedrive searches from two characters on. */
const shortestTerm = 2

export const records = <Value>(source: Source<Value>): OptionsDataSource<Value> => ({
  *options(query) {
    const { rows, next } = yield* choices(source, query)
    const organizations = rows.map(({ organization }) => organization)
    const known = yield* lookUp({
      organizations: organizations.filter(id => typeof id === 'number'),
      reuse: choicesTtl,
    })
    const label = ({ value, name, organization }: RecordChoice<Value>) => {
      const of =
        typeof organization === 'number'
          ? known.organizations.get(organization)?.name
          : organization
      const own = name ?? String(value)
      return of ? `${own} · ${of}` : own
    }
    const labelled: readonly Choice<Value>[] = rows.map(row => ({
      value: row.value,
      label: label(row),
      details: row.details?.map(detail => (typeof detail === 'string' ? detail : null)) ?? [],
    }))
    const options = distinctLabels(labelled)
    return { options, ...(next !== undefined && { next }) } satisfies OptionsPage<Value>
  },
})

function* choices<Value>(
  source: Source<Value>,
  { value, search = '', cursor }: OptionsQuery<Value>,
): Exchange<Page<RecordChoice<Value>>> {
  if (value !== undefined) return { rows: [yield* chosen(source, value)] }
  const term = search.trim()
  const asked = { cursor, limit: choicesPerPage, reuse: choicesTtl }
  return yield* term.length < shortestTerm
    ? source.recent(asked)
    : source.search({ ...asked, term })
}

/** A record that was chosen earlier keeps a label, also when it is gone or can't be seen. */
function* chosen<Value>(source: Source<Value>, value: Value): Exchange<RecordChoice<Value>> {
  const outcome = yield* nullIfHidden(wrapped(nullIfNotFound(source.one(value))))
  if (outcome === null) return { value, name: `${String(value)} (not visible)` }
  const { found } = outcome
  if (found && found.isDeleted !== true) return found
  return { ...found, value, name: deleted(value, found?.name ?? undefined).label }
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
