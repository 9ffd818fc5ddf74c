import type { Exchange } from './exchange.ts'

export interface Option<Value> {
  readonly label: string
  readonly value: Value
}

/** What a form knows when it asks for the choices of a select. */
export interface OptionsQuery<Value> {
  /** The operation's input so far, as far as it has been filled in. */
  readonly input: unknown
  /** What the user typed. Short texts (below two characters) do not narrow the list. */
  readonly search?: string
  /** Where the page before this one ended. */
  readonly cursor?: string
  /** Asks for the label of one value that was chosen earlier, and for nothing else. */
  readonly value?: Value
}

export interface OptionsPage<Value> {
  /** Empty means that the account has nothing, never that something went wrong. */
  readonly options: readonly Option<Value>[]
  /** The cursor of the next page; absent on the last one. */
  readonly next?: string
}

/** Choices that only the API knows. */
export interface OptionsDataSource<Value> {
  /** One for each list, however many properties are chosen from it, such as `persons`. */
  readonly name: string
  /** The kind of records in the list, a key of the component's `records`. */
  readonly record?: string
  /** The API searches it and gives it page by page; others come whole. */
  readonly searchable?: boolean
  options(query: OptionsQuery<Value>): Exchange<OptionsPage<Value>>
  /** Paths of the properties whose change makes the list stale. */
  readonly optionsLookupDependsOn?: readonly string[]
}
