import type { Action, Operation } from './action.ts'
import type { Exchange } from './exchange.ts'
import {
  array,
  integer,
  object,
  type Input,
  type OutputOf,
  type Properties,
  type Property,
} from './property.ts'
import { member, readOptional } from './read.ts'

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Absent on the last page. */
  readonly next?: string | undefined
}

/** Where to go on, and how many rows are still wanted (all when absent). */
export interface Position {
  readonly cursor?: string | undefined
  readonly wanted?: number | undefined
}

export interface Arrangement {
  apply<Row>(rows: readonly Row[]): readonly Row[]
}

/** How a list comes about, page by page, for hosts that stream, stop early or show progress. */
export interface ListPages<In = unknown, Raw = unknown, Row = unknown> {
  /** One page of rows as the API has them. */
  page(input: In, position: Position): Exchange<Page<Raw>>
  /** Order or choice that the API can't do, and that therefore needs the whole list. */
  arrange?(input: In): Arrangement | undefined
  /** Brings the rows that are kept into the declared shape, in as few calls as possible. */
  complete(rows: readonly Raw[]): Exchange<readonly Row[]>
}

const limit = integer({
  label: 'Limit',
  description:
    'How many to return at most; all when empty. A list that was cut carries `additional_data.truncated`.',
  minValue: 1,
})
type Limited<P> = P & { readonly limit: typeof limit }

type ListDefinition<P extends Properties, Row extends Property, Raw, Result> = Omit<
  Operation<P, Property<unknown, Result>>,
  'output'
> &
  ListPages<Input<Limited<P>>, Raw, OutputOf<Row>> & { readonly row: Row }
type ListResult<P, Result> = Action<Limited<P>, Property<unknown, Result>>

export interface Rows<Row> {
  readonly body: { readonly data: readonly Row[]; readonly additional_data?: Truncated }
}
export interface Items<Row> {
  readonly body: {
    readonly data: { readonly items: readonly Row[] }
    readonly additional_data?: Truncated
  }
}
export interface Truncated {
  readonly truncated: true
}

/** An action that returns all rows, or the first `limit` of them, in `body.data`. */
export const listAction = <const P extends Properties, const Row extends Property, Raw>(
  definition: ListDefinition<P, Row, Raw, Rows<OutputOf<Row>>>,
): ListResult<P, Rows<OutputOf<Row>>> => ({
  ...operation(definition),
  output: inBody({ data: array({ items: definition.row, required: true }) }),
  *perform(input) {
    const { rows, cut } = yield* all(definition, input)
    return { body: { data: rows, ...cut } }
  },
})

/** The same in `body.data.items`, as Pipedrive's searches have it. */
export const searchAction = <const P extends Properties, const Row extends Property, Raw>(
  definition: ListDefinition<P, Row, Raw, Items<OutputOf<Row>>>,
): ListResult<P, Items<OutputOf<Row>>> => ({
  ...operation(definition),
  output: inBody({
    data: object({
      properties: { items: array({ items: definition.row, required: true }) },
      required: true,
    }),
  }),
  *perform(input) {
    const { rows, cut } = yield* all(definition, input)
    return { body: { data: { items: rows }, ...cut } }
  },
})

/** Outputs stand in `body`, so that a reference reads `${addDeal_1.body.data.title}`. */
export const inBody = <const P extends Properties>(properties: P) =>
  object({ properties: { body: object({ properties, required: true }) } })

const operation = <P extends Properties, Row extends Property, Raw, Result>({
  row: _row,
  page,
  arrange,
  complete,
  ...rest
}: ListDefinition<P, Row, Raw, Result>) => ({
  ...rest,
  properties: { ...rest.properties, limit },
  effect: 'read' as const,
  list: { page, complete, ...(arrange && { arrange }) },
})

/** Completes only what is kept, so that a cut or narrowed list costs no more than its rows. */
function* all<In, Raw, Row>(
  list: ListPages<In, Raw, Row>,
  input: In,
): Exchange<{ readonly rows: readonly Row[]; readonly cut: { additional_data?: Truncated } }> {
  const limit = readOptional(integer(), member(input, 'limit')) ?? Infinity
  const arrange = list.arrange?.(input)
  const raw: Raw[] = []
  let cursor: string | undefined
  do {
    const wanted = arrange || limit === Infinity ? undefined : limit - raw.length
    const page = yield* list.page(input, { cursor, wanted })
    for (const row of page.rows) raw.push(row)
    cursor = page.next
  } while (cursor !== undefined && (arrange !== undefined || raw.length < limit))
  const kept = arrange ? arrange.apply(raw) : raw
  const truncated = kept.length > limit || cursor !== undefined
  const rows = yield* list.complete(kept.slice(0, limit))
  return { rows, cut: truncated ? { additional_data: { truncated } } : {} }
}
