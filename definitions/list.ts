import type { Action } from './action.ts'
import type { Exchange } from './exchange.ts'
import type { Operation } from './operation.ts'
import type { ListLocation, ListPages } from './pages.ts'
import { integer, type Input, type OutputOf, type Properties, type Property } from './property.ts'
import { openList } from './readPages.ts'

/** The envelope in which an API returns the rows of a list. */
export interface ListEnvelope<Result> extends ListLocation {
  readonly output: Property<unknown, Result>
}

const limitOf = ({ truncated }: ListLocation) =>
  integer({
    label: 'Limit',
    description: `How many to return at most; all when empty. A list that was cut carries \`${truncated.replace(/^body\./, '')}\`.`,
    minValue: 1,
  })
type Limited<P> = P & { readonly limit: ReturnType<typeof limitOf> }

export type ListDefinition<P extends Properties, Row extends Property, Raw, Result> = Omit<
  Operation<P, Property<unknown, Result>>,
  'output'
> &
  Pick<Action, 'agentHint'> &
  ListPages<Input<Limited<P>>, Raw, OutputOf<Row>> & { readonly row: Row }

export type ListAction<P extends Properties, Result> = Action<Limited<P>, Property<unknown, Result>>

/** What there is to say of a list beside its rows. */
export interface ReadRows {
  readonly truncated: boolean
  /** See `ListReader`. */
  readonly rowsRead: number | undefined
}

/** An action that returns all rows, or the first `limit` of them, in the API's envelope. */
export const listAction = <P extends Properties, Row extends Property, Raw, Result>(
  {
    row: _row,
    page,
    idOf,
    keep,
    narrow,
    transform,
    maxRows,
    hydrate,
    ...rest
  }: ListDefinition<P, Row, Raw, Result>,
  { output, rows, truncated, rowsRead }: ListEnvelope<Result>,
  wrap: (rows: readonly OutputOf<Row>[], read: ReadRows) => Result,
): ListAction<P, Result> => {
  const pages = {
    page,
    hydrate,
    ...(idOf && { idOf }),
    ...(keep && { keep }),
    ...(narrow && { narrow }),
    ...(transform && { transform }),
    ...(maxRows && { maxRows }),
  }
  return {
    ...rest,
    properties: { ...rest.properties, limit: limitOf({ rows, truncated }) },
    output,
    effect: 'read' as const,
    list: { ...pages, rows, truncated, ...(rowsRead !== undefined && { rowsRead }) },
    *perform(input) {
      const result = yield* readList(pages, input)
      return wrap(result.rows, result)
    },
  }
}

/** Hydrates only the rows that are kept, so that a cut or filtered list costs no more than those. */
function* readList<In, Raw, Row>(
  list: ListPages<In, Raw, Row>,
  input: In,
): Exchange<ReadRows & { readonly rows: readonly Row[] }> {
  const reader = openList(list, input)
  const rows: Raw[] = []
  do for (const row of yield* reader.read()) rows.push(row)
  while (!reader.isOver())
  return {
    rows: yield* list.hydrate(rows),
    truncated: reader.isTruncated(),
    rowsRead: reader.rowsRead(),
  }
}
