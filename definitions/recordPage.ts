/** The page of an account that shows a record which an operation has put out. */
export interface RecordPage {
  /** What the API calls records of this kind, such as `deals`. */
  readonly kind: string
  /** On the domain of the account; `{id}` stands for the id of the record. */
  readonly path: string
  /** Where the record stands in the output, such as `body.data`; empty for the output itself. */
  readonly record: string
}
