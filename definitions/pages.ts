import type { Exchange } from './exchange.ts'

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Absent on the last page. */
  readonly next?: string | undefined
}

/** Which page to read, and how many rows are still wanted (all when absent). */
export interface PageRequest {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** An order that needs the whole list. */
export interface ListTransform {
  apply<Row>(rows: readonly Row[]): readonly Row[]
}

/** What the API has to be asked before a list is read. */
export interface Narrowed<Raw = unknown> {
  /** A filter that the API can't do. */
  keep?(row: unknown): boolean
  /** Is shown the rows of each page before any is kept: they may show that the filter is out of date. */
  look?(rows: readonly Raw[]): Exchange<void>
  /**
   * Asked once, where no row was kept: whether the filter was out of date, so that the list is to be
   * read again. Throws an error where there is nothing any more to filter by.
   */
  renew?(): Exchange<boolean>
  /**
   * Rows that may be kept of all further pages, after this many; they are put behind those of the
   * pages, and may be among those. Undefined to read on.
   */
  rest?(pages: number): Exchange<readonly Raw[]> | undefined
}

/** How a list comes about, page by page, for hosts that stream, stop early or show progress. */
export interface ListPages<In = unknown, Raw = unknown, Row = unknown> {
  /** One page of rows as the API has them. */
  page(input: In, position: PageRequest): Exchange<Page<Raw>>
  /** What tells two rows apart; `id` by default. A row that comes twice is given once. */
  idOf?(row: Raw): unknown
  /** A filter that the API can't do. */
  keep?(input: In): ((row: unknown) => boolean) | undefined
  /** The same for a filter that depends on what the API knows; asked for once, before the first page. */
  narrow?(input: In): Exchange<Narrowed<Raw>>
  /** An order that the API can't do, and that therefore needs the whole list. */
  transform?(input: In): ListTransform | undefined
  /** The most rows that the API gives for this input; a list of that length may be cut. */
  maxRows?(input: In): number | undefined
  /**
   * Brings the rows that are kept into the declared shape, in as few calls as possible. A host that
   * does so page by page hands in one memory for the list.
   */
  hydrate(rows: readonly Raw[], memory?: Memory): Exchange<readonly Row[]>
}

/** What was looked up for earlier pages of a list, so that it is not looked up again. */
export type Memory = Map<string, unknown>

/** Where the rows of a list stand in its output, as paths such as `body.data`. */
export interface ListLocation {
  readonly rows: string
  /** Leads to `true` where the list was cut. */
  readonly truncated: string
  /** Leads to how many rows a filter has looked at that the API does not have. */
  readonly rowsRead?: string
}
