/** What a name stands for, or why it stands for nothing. */
export type FoundName<Key> = { readonly key: Key } | { readonly problem: string }

/**
 * What the members of a dynamic property are called, and what stays the same when they are renamed.
 * Workflows keep the keys of the names in them.
 */
export interface MemberNames {
  /** What an input means by a name: in any case, or the key itself. */
  find(given: string): FoundName<string>
  /** What forms and outputs call a member; undefined where there is none with this key. */
  nameOf(key: string): string | undefined
  /** What outputs have under a name. */
  keyOf(name: string): string | undefined
  /** Undefined where a member has no choices. */
  choicesOf(key: string): ChoiceNames | undefined
}

/** The labels of the choices of a member, and their ids. */
export interface ChoiceNames {
  find(label: string): FoundName<number>
  /** Undefined where there is no such choice. */
  labelOf(id: number): string | undefined
}
