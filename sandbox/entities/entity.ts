import type { Collection } from '../collection.ts'
import type { QuerySpec } from '../query.ts'
import type { Kind, Records } from '../records.ts'
import type { Schema } from '../schema.ts'
import type { Store } from '../store.ts'
import type { Caller, Account } from '../account.ts'

export type V2Kind = Exclude<Kind, 'lead'>

/** What a caller asked to see besides the plain record. */
export interface View {
  readonly include_fields?: readonly string[]
  readonly custom_fields?: readonly string[]
  readonly include_option_labels?: boolean
  readonly include_labels?: boolean
}

/** How one kind of record is listed and shown. */
export interface Readable<K extends V2Kind> {
  readonly kind: K
  readonly title: string
  readonly path: string
  readonly scopes: { readonly read: readonly string[]; readonly write: readonly string[] }
  /** Fields a list may be narrowed by, besides those all lists have. */
  readonly narrowing: QuerySpec
  /** Those of them that simply compare with a field of the record. */
  readonly equal: readonly (keyof Records[K] & string)[]
  readonly optional: readonly string[]
  /** Optional fields that the answer to a write shows. */
  readonly written?: readonly string[]
  readonly sortable: readonly string[]
  readonly custom: boolean
  /** Parameters of the list and of a single record, where they differ from the usual ones. */
  readonly listQuery?: QuerySpec
  readonly viewQuery?: QuerySpec
  /** Status of the answer to an addition; 200 when absent. */
  readonly addStatus?: number
  collection(store: Store): Collection<Records[K]>
  present(store: Store, record: Records[K], view: View): object
}

/** What sets deals, persons, organizations and activities apart; the rest is `routes/records.ts`. */
export interface Entity<K extends V2Kind, Add, Change> extends Readable<K> {
  readonly addBody: Schema<Add>
  readonly changeBody: Schema<Change>
  add(account: Account, caller: Caller, body: Add): Records[K]
  change(account: Account, record: Records[K], body: Change): Records[K]
}
