import {
  array,
  listAction as list,
  member,
  object,
  type ListAction,
  type ListDefinition,
  type OutputOf,
  type Properties,
  type Property,
  type ReadRows,
} from '../definitions/index.ts'

interface AboutRows {
  readonly truncated?: true
  /** How many rows a filter has looked at that Pipedrive does not have. */
  readonly rows_read?: number
}
export interface Rows<Row> {
  readonly body: { readonly data: readonly Row[]; readonly additional_data?: AboutRows }
}
export interface Items<Row> {
  readonly body: {
    readonly data: { readonly items: readonly Row[] }
    readonly additional_data?: AboutRows
  }
}

/** Outputs stand in `body`, so that a reference reads `${addDeal_1.body.data.title}`. */
export const inBody = <const P extends Properties>(properties: P) =>
  object({ properties: { body: object({ properties, required: true }) } })

const truncated = 'body.additional_data.truncated'
const rowsRead = 'body.additional_data.rows_read'
const about = ({ truncated, rowsRead }: ReadRows): { readonly additional_data?: AboutRows } =>
  truncated || rowsRead !== undefined
    ? {
        additional_data: {
          ...(truncated && { truncated }),
          ...(rowsRead !== undefined && { rows_read: rowsRead }),
        },
      }
    : {}

/** An action that returns its rows in `body.data`. */
export const listAction = <const P extends Properties, const Row extends Property, Raw>(
  definition: ListDefinition<P, Row, Raw, Rows<OutputOf<Row>>>,
): ListAction<P, Rows<OutputOf<Row>>> =>
  list(
    definition,
    {
      rows: 'body.data',
      truncated,
      rowsRead,
      output: inBody({ data: array({ items: definition.row, required: true }) }),
    },
    (data, read) => ({ body: { data, ...about(read) } }),
  )

/** The same in `body.data.items`, as Pipedrive's searches have it. */
export const searchAction = <const P extends Properties, const Row extends Property, Raw>(
  definition: ListDefinition<P, Row, Raw, Items<OutputOf<Row>>>,
): ListAction<P, Items<OutputOf<Row>>> =>
  list(
    { idOf: row => member(member(row, 'item'), 'id'), ...definition },
    {
      rows: 'body.data.items',
      truncated,
      rowsRead,
      output: inBody({
        data: object({
          properties: { items: array({ items: definition.row, required: true }) },
          required: true,
        }),
      }),
    },
    (items, read) => ({ body: { data: { items }, ...about(read) } }),
  )
