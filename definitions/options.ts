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

/** How the values of a list are found by what people call them. */
export interface NameLookup<Value> {
  /** What is compared, as in `there is no person with this name or e-mail address`. */
  readonly compares: string
  /** Whether a text is a value already. Numbers are in any case. */
  isValue?(text: string): boolean
  /** The choices that are called exactly so, but for case. */
  find(text: string, query: Pick<OptionsQuery<Value>, 'input'>): Exchange<readonly Option<Value>[]>
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
  /** Present where a name may stand for a value. */
  readonly byName?: NameLookup<Value>
  /** Paths of the properties whose change makes the list stale. */
  readonly optionsLookupDependsOn?: readonly string[]
  /** The list that has all of it, where this one follows other properties. */
  readonly partOf?: OptionsDataSource<Value>
}
