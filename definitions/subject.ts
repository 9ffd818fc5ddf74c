/** What an operation is about and what it does, such as `{ record: 'deal', verb: 'add' }`. */
export interface Subject {
  /** A key of the component's `records`. */
  readonly record: string
  /** In the API's own words; `list` gives all of them, `create` and `change` are events. */
  readonly verb: string
}

/** Records of one kind, as people call them and see them. */
export interface RecordKind {
  readonly title: string
  readonly pluralTitle: string
  /** Their page on the domain of the account, `{id}` in place of the id; absent where there is none. */
  readonly path?: string
}
